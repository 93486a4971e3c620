region         = "ap-southeast-2"
emails         = ["operator@shop.example"]
monthly_budget = 800
