# Names only. Values are added by people: gcloud secrets versions add NAME --data-file=-
resource "google_secret_manager_secret" "used" {
  for_each  = toset(concat(local.secrets.providers, local.secrets.alerts))
  secret_id = each.value

  replication {
    auto {}
  }

  depends_on = [google_project_service.used]
}
