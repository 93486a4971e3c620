cidr = "10.20.0.0/16"
zone = { name = "shop.example", create = true }
