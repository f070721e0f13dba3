output "bucket" {
  description = "The bucket of the archive, the models and the site"
  value       = google_storage_bucket.data.name
}

output "images" {
  description = "Where templates/build pushes the image"
  value       = "${google_artifact_registry_repository.images.location}-docker.pkg.dev/${var.project}/${google_artifact_registry_repository.images.repository_id}/tipoff"
}

output "subscription" {
  description = "What predict-live pulls from"
  value       = google_pubsub_subscription.predict_live.id
}
