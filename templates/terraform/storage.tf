resource "google_storage_bucket" "data" {
  name                        = "${var.project}-tipoff"
  location                    = var.location
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"

  # Queries' results, load jobs' files and claims on alerts are used up within a day.
  lifecycle_rule {
    condition {
      age            = 3
      matches_prefix = ["temp/"]
    }
    action {
      type = "Delete"
    }
  }

  # Raw bodies are asked for again only when a day is built anew.
  lifecycle_rule {
    condition {
      age            = 90
      matches_prefix = ["archive/"]
    }
    action {
      type          = "SetStorageClass"
      storage_class = "COLDLINE"
    }
  }

  versioning {
    enabled = true
  }

  lifecycle_rule {
    condition {
      num_newer_versions         = 3
      days_since_noncurrent_time = 30
    }
    action {
      type = "Delete"
    }
  }
}

# A role on a managed folder lets in to it alone, and lists it; a condition on the names of objects
# would not let anybody list.
resource "google_storage_managed_folder" "data" {
  for_each = local.folders
  bucket   = google_storage_bucket.data.name
  name     = each.value
}

# Revisions of the templates are kept, so that a rollback finds them.
resource "google_storage_bucket" "templates" {
  name                        = "${var.project}-tipoff-templates"
  location                    = var.location
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"
}
