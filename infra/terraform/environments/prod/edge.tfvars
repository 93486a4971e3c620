other_hosts = ["www.shop.example"]
