locals {
  # Who reads and writes what: docs/security.md, which is held against the graphs of the pipelines.
  access   = jsondecode(file("${path.module}/access.json"))
  accounts = toset(local.access.accounts)

  # The folders of the bucket that anybody is let into.
  folders_read    = [for each in local.access.folders_read : each.folder]
  folders_written = [for each in local.access.folders_written : each.folder]
  folders         = toset(concat(local.folders_read, local.folders_written, ["canary/"]))

  # The tables, as tipoff schema --json prints them.
  tables   = jsondecode(file("${path.module}/tables.json"))
  datasets = toset([for table in local.tables : table.dataset])

  # The secrets that options name by default, and those of the alert channels among them.
  secrets = jsondecode(file("${path.module}/secrets.json"))

  services = toset([
    "artifactregistry.googleapis.com",
    "bigquery.googleapis.com",
    "bigquerystorage.googleapis.com",
    "billingbudgets.googleapis.com",
    "cloudscheduler.googleapis.com",
    "compute.googleapis.com",
    "dataflow.googleapis.com",
    "monitoring.googleapis.com",
    "pubsub.googleapis.com",
    "secretmanager.googleapis.com",
    "storage.googleapis.com",
  ])
}

resource "google_project_service" "used" {
  for_each           = local.services
  service            = each.value
  disable_on_destroy = false
}

resource "google_artifact_registry_repository" "images" {
  repository_id = "tipoff"
  location      = var.region
  format        = "DOCKER"
  description   = "Images of the flex templates"
  depends_on    = [google_project_service.used]
}
