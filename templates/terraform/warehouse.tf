resource "google_bigquery_dataset" "warehouse" {
  for_each   = local.datasets
  dataset_id = "${var.dataset_prefix}${each.value}"
  location   = var.location
  depends_on = [google_project_service.used]
}

# The results of queries, until they are read.
resource "google_bigquery_dataset" "temp" {
  dataset_id                  = "tipoff_temp"
  location                    = var.location
  default_table_expiration_ms = 24 * 60 * 60 * 1000
  depends_on                  = [google_project_service.used]
}

resource "google_bigquery_table" "warehouse" {
  for_each            = local.tables
  dataset_id          = google_bigquery_dataset.warehouse[each.value.dataset].dataset_id
  table_id            = each.value.table
  description         = each.value.description
  schema              = jsonencode(each.value.schema)
  clustering          = length(each.value.clustering) > 0 ? each.value.clustering : null
  deletion_protection = true

  require_partition_filter = each.value.require_partition_filter ? true : null

  dynamic "time_partitioning" {
    for_each = each.value.partition == null ? [] : [each.value.partition]
    content {
      type  = "DAY"
      field = time_partitioning.value
    }
  }

  dynamic "table_constraints" {
    for_each = length(each.value.primary_key) > 0 ? [each.value.primary_key] : []
    content {
      primary_key {
        columns = table_constraints.value
      }
    }
  }
}

# The view current_predictions is made by tipoff schema --apply, which templates/deploy runs: its
# statement is the one that both engines share.
