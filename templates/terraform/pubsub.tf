resource "google_pubsub_topic" "line_moves" {
  name                       = "line-moves"
  message_retention_duration = "86400s"
  depends_on                 = [google_project_service.used]
}

# What could not be handed on in five attempts, for people to look at.
resource "google_pubsub_topic" "dead_letters" {
  name                       = "line-moves-dead-letters"
  message_retention_duration = "604800s"
  depends_on                 = [google_project_service.used]
}

resource "google_pubsub_subscription" "dead_letters" {
  name                       = "line-moves-dead-letters"
  topic                      = google_pubsub_topic.dead_letters.id
  message_retention_duration = "604800s"

  expiration_policy {
    ttl = ""
  }
}

# The stream pulls. A pipeline takes a message that it cannot read as a failure of its own, so that
# none comes back; Dataflow does not support a dead-letter topic on a subscription that it reads.
resource "google_pubsub_subscription" "predict_live" {
  name                       = "line-moves-predict-live"
  topic                      = google_pubsub_topic.line_moves.id
  ack_deadline_seconds       = 60
  message_retention_duration = "86400s"

  expiration_policy {
    ttl = ""
  }
}

resource "google_service_account" "push" {
  account_id   = "tipoff-push"
  display_name = "Signs what is pushed"
}

# For a service of one's own that wants moves too: each push is signed, and what it refuses is kept.
resource "google_pubsub_subscription" "push" {
  count                      = var.push_endpoint == "" ? 0 : 1
  name                       = "line-moves-push"
  topic                      = google_pubsub_topic.line_moves.id
  ack_deadline_seconds       = 30
  message_retention_duration = "86400s"

  push_config {
    push_endpoint = var.push_endpoint

    oidc_token {
      service_account_email = google_service_account.push.email
      audience              = var.push_endpoint
    }
  }

  dead_letter_policy {
    dead_letter_topic     = google_pubsub_topic.dead_letters.id
    max_delivery_attempts = 5
  }

  retry_policy {
    minimum_backoff = "10s"
    maximum_backoff = "600s"
  }
}

data "google_project" "this" {}

locals {
  pubsub_agent = "serviceAccount:service-${data.google_project.this.number}@gcp-sa-pubsub.iam.gserviceaccount.com"
}

resource "google_pubsub_topic_iam_member" "dead_letters" {
  topic  = google_pubsub_topic.dead_letters.name
  role   = "roles/pubsub.publisher"
  member = local.pubsub_agent
}

resource "google_pubsub_subscription_iam_member" "push_forwards" {
  count        = var.push_endpoint == "" ? 0 : 1
  subscription = google_pubsub_subscription.push[0].name
  role         = "roles/pubsub.subscriber"
  member       = local.pubsub_agent
}

resource "google_pubsub_topic_iam_member" "publishes" {
  for_each = toset(["scrape", "workflow", "replay"])
  topic    = google_pubsub_topic.line_moves.name
  role     = "roles/pubsub.publisher"
  member   = google_service_account.worker[each.value].member
}

resource "google_pubsub_subscription_iam_member" "pulls" {
  for_each     = toset(["roles/pubsub.subscriber", "roles/pubsub.viewer"])
  subscription = google_pubsub_subscription.predict_live.name
  role         = each.value
  member       = google_service_account.worker["predict-live"].member
}
