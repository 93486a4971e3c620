mail_from = "Flora in rehearsal <hello@staging.shop.example>"
