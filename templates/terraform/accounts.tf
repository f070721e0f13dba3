# What each template's workers run as.
resource "google_service_account" "worker" {
  for_each     = local.accounts
  account_id   = "tipoff-${each.key}"
  display_name = "Tipoff ${each.key}"
}

# What may launch each template, and nothing else.
resource "google_service_account" "launch" {
  for_each     = local.accounts
  account_id   = "tipoff-launch-${each.key}"
  display_name = "Launches Tipoff ${each.key}"
}

resource "google_bigquery_dataset_iam_member" "reads" {
  for_each   = { for each in local.access.reads : join(" ", [each.account, each.dataset]) => each }
  dataset_id = google_bigquery_dataset.warehouse[each.value.dataset].dataset_id
  role       = "roles/bigquery.dataViewer"
  member     = google_service_account.worker[each.value.account].member
}

resource "google_bigquery_dataset_iam_member" "writes" {
  for_each   = { for each in local.access.writes : join(" ", [each.account, each.dataset]) => each }
  dataset_id = google_bigquery_dataset.warehouse[each.value.dataset].dataset_id
  role       = "roles/bigquery.dataEditor"
  member     = google_service_account.worker[each.value.account].member
}

resource "google_bigquery_dataset_iam_member" "temp" {
  for_each   = local.accounts
  dataset_id = google_bigquery_dataset.temp.dataset_id
  role       = "roles/bigquery.dataEditor"
  member     = google_service_account.worker[each.key].member
}

resource "google_project_iam_member" "queries" {
  for_each = local.accounts
  project  = var.project
  role     = "roles/bigquery.jobUser"
  member   = google_service_account.worker[each.key].member
}

# A direct read of a query, which only the stream does.
resource "google_project_iam_member" "sessions" {
  project = var.project
  role    = "roles/bigquery.readSessionUser"
  member  = google_service_account.worker["predict-live"].member
}

resource "google_project_iam_member" "workers" {
  for_each = local.accounts
  project  = var.project
  role     = "roles/dataflow.worker"
  member   = google_service_account.worker[each.key].member
}

resource "google_storage_managed_folder_iam_member" "viewed" {
  for_each       = { for each in local.access.folders_read : join(" ", [each.account, each.folder]) => each }
  bucket         = google_storage_bucket.data.name
  managed_folder = google_storage_managed_folder.data[each.value.folder].name
  role           = "roles/storage.objectViewer"
  member         = google_service_account.worker[each.value.account].member
}

resource "google_storage_managed_folder_iam_member" "written" {
  for_each       = { for each in local.access.folders_written : join(" ", [each.account, each.folder]) => each }
  bucket         = google_storage_bucket.data.name
  managed_folder = google_storage_managed_folder.data[each.value.folder].name
  role           = "roles/storage.objectUser"
  member         = google_service_account.worker[each.value.account].member
}

resource "google_secret_manager_secret_iam_member" "resolves" {
  for_each  = { for each in local.access.secrets : join(" ", [each.account, each.secret]) => each }
  secret_id = google_secret_manager_secret.used[each.value.secret].secret_id
  role      = "roles/secretmanager.secretAccessor"
  member    = google_service_account.worker[each.value.account].member
}

# Every run may tell people of its failures.
resource "google_secret_manager_secret_iam_member" "tells" {
  for_each  = { for pair in setproduct(local.accounts, local.secrets.alerts) : join(" ", pair) => pair }
  secret_id = google_secret_manager_secret.used[each.value[1]].secret_id
  role      = "roles/secretmanager.secretAccessor"
  member    = google_service_account.worker[each.value[0]].member
}

resource "google_artifact_registry_repository_iam_member" "pulls" {
  for_each   = local.accounts
  repository = google_artifact_registry_repository.images.name
  location   = var.region
  role       = "roles/artifactregistry.reader"
  member     = google_service_account.worker[each.key].member
}

resource "google_project_iam_member" "launches" {
  for_each = local.accounts
  project  = var.project
  role     = "roles/dataflow.developer"
  member   = google_service_account.launch[each.key].member
}

resource "google_service_account_iam_member" "launches_as" {
  for_each           = local.accounts
  service_account_id = google_service_account.worker[each.key].name
  role               = "roles/iam.serviceAccountUser"
  member             = google_service_account.launch[each.key].member
}

resource "google_storage_bucket_iam_member" "reads_templates" {
  for_each = local.accounts
  bucket   = google_storage_bucket.templates.name
  role     = "roles/storage.objectViewer"
  member   = google_service_account.launch[each.key].member
}
