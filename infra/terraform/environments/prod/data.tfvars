engine_version = "18"
copy_region    = "ap-southeast-4"
