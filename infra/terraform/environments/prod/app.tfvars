mail_from = "Flora <hello@shop.example>"
