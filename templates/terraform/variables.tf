variable "project" {
  description = "The project that everything is in"
  type        = string
}

variable "region" {
  description = "Where jobs, schedules and the image are"
  type        = string
  default     = "us-central1"
}

variable "location" {
  description = "Where the datasets and the bucket are; must be near the region"
  type        = string
  default     = "US"
}

variable "dataset_prefix" {
  description = "Stands before the name of every dataset; empty for production"
  type        = string
  default     = ""
}

variable "templates" {
  description = "The folder of the revision that the schedules launch, such as gs://BUCKET/templates/REVISION; templates/deploy sets it"
  type        = string
}

variable "schedules_paused" {
  description = "Whether the schedules are made paused, as in a project that is not live yet"
  type        = bool
  default     = true
}

variable "parameters" {
  description = "Parameters that every scheduled launch gets, such as alertChannels and alertTo"
  type        = map(string)
  default     = {}
}

variable "alert_email" {
  description = "Who is told by Cloud Monitoring when the platform itself is unwell"
  type        = string
}

variable "push_endpoint" {
  description = "An address of one's own that moves of lines are pushed to as well; empty for none"
  type        = string
  default     = ""
}

variable "billing_account" {
  description = "The account that the budget is on; empty for none"
  type        = string
  default     = ""
}

variable "budget_dollars" {
  description = "What a month may cost before people are told"
  type        = number
  default     = 600
}
