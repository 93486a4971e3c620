alarm_emails = ["operator@shop.example"]
