locals {
  folder = "${path.module}/../schedules"

  filled = {
    project   = var.project
    region    = var.region
    bucket    = google_storage_bucket.data.name
    templates = var.templates
  }

  schedules = {
    for file in fileset(local.folder, "*/job.json") : dirname(file) => {
      job  = jsondecode(templatefile(join("/", [local.folder, file]), local.filled))
      body = jsondecode(templatefile(join("/", [local.folder, dirname(file), "body.json"]), local.filled))
    }
  }
}

resource "google_cloud_scheduler_job" "launch" {
  for_each         = local.schedules
  name             = "tipoff-${each.key}"
  region           = var.region
  description      = each.value.job.description
  schedule         = each.value.job.schedule
  time_zone        = each.value.job.timeZone
  attempt_deadline = each.value.job.attemptDeadline
  paused           = var.schedules_paused

  retry_config {
    retry_count          = each.value.job.retryConfig.retryCount
    min_backoff_duration = each.value.job.retryConfig.minBackoffDuration
    max_backoff_duration = each.value.job.retryConfig.maxBackoffDuration
    max_doublings        = each.value.job.retryConfig.maxDoublings
    max_retry_duration   = each.value.job.retryConfig.maxRetryDuration
  }

  http_target {
    uri         = each.value.job.httpTarget.uri
    http_method = each.value.job.httpTarget.httpMethod
    headers     = each.value.job.httpTarget.headers

    body = base64encode(jsonencode({
      launchParameter = merge(each.value.body.launchParameter, {
        parameters = merge(each.value.body.launchParameter.parameters, var.parameters)
      })
    }))

    oauth_token {
      service_account_email = each.value.job.httpTarget.oauthToken.serviceAccountEmail
      scope                 = each.value.job.httpTarget.oauthToken.scope
    }
  }

  # Which revision is launched is a deployment's to say: templates/deploy and templates/rollback.
  lifecycle {
    ignore_changes = [http_target[0].body]
  }

  depends_on = [google_service_account.launch]
}
