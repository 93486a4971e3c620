mail_from = "Flora in development <hello@dev.shop.example>"
