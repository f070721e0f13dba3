# What templates/verify tries a revision with: an account that can reach nothing of production.
resource "google_service_account" "canary" {
  account_id   = "tipoff-canary"
  display_name = "Tipoff canary"
}

resource "google_bigquery_dataset" "canary" {
  for_each                   = local.datasets
  dataset_id                 = "canary_${each.value}"
  location                   = var.location
  delete_contents_on_destroy = true
  depends_on                 = [google_project_service.used]
}

resource "google_bigquery_dataset_iam_member" "canary" {
  for_each   = local.datasets
  dataset_id = google_bigquery_dataset.canary[each.value].dataset_id
  role       = "roles/bigquery.dataEditor"
  member     = google_service_account.canary.member
}

resource "google_bigquery_dataset_iam_member" "canary_temp" {
  dataset_id = google_bigquery_dataset.temp.dataset_id
  role       = "roles/bigquery.dataEditor"
  member     = google_service_account.canary.member
}

resource "google_project_iam_member" "canary_queries" {
  project = var.project
  role    = "roles/bigquery.jobUser"
  member  = google_service_account.canary.member
}

resource "google_project_iam_member" "canary_worker" {
  project = var.project
  role    = "roles/dataflow.worker"
  member  = google_service_account.canary.member
}

resource "google_storage_managed_folder_iam_member" "canary" {
  for_each       = toset(["canary/", "staging/", "temp/"])
  bucket         = google_storage_bucket.data.name
  managed_folder = google_storage_managed_folder.data[each.value].name
  role           = "roles/storage.objectUser"
  member         = google_service_account.canary.member
}

resource "google_artifact_registry_repository_iam_member" "canary" {
  repository = google_artifact_registry_repository.images.name
  location   = var.region
  role       = "roles/artifactregistry.reader"
  member     = google_service_account.canary.member
}
