engine_version = "18"
