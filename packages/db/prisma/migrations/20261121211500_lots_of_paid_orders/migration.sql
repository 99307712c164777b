-- A lot that was bought names a paid order, by ledger.require_order(). So what is paid stays so, with its terms, for everybody.
CREATE FUNCTION keep_paid_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'order % is paid and stands as it is', OLD.id USING ERRCODE = 'CV001';
END $$;

CREATE TRIGGER paid_order_stands BEFORE UPDATE OF id, kind, storefront, member_id, pack_id, credits, amount_minor, currency,
  charged_minor, charged_currency, rate, state ON credit_order
  FOR EACH ROW WHEN (OLD.state = 'paid' AND (OLD.id, OLD.kind, OLD.storefront, OLD.member_id, OLD.pack_id, OLD.credits,
    OLD.amount_minor, OLD.currency, OLD.charged_minor, OLD.charged_currency, OLD.rate, OLD.state)
    IS DISTINCT FROM (NEW.id, NEW.kind, NEW.storefront, NEW.member_id, NEW.pack_id, NEW.credits,
    NEW.amount_minor, NEW.currency, NEW.charged_minor, NEW.charged_currency, NEW.rate, NEW.state))
  EXECUTE FUNCTION keep_paid_order();
CREATE TRIGGER paid_order_stays BEFORE DELETE ON credit_order
  FOR EACH ROW WHEN (OLD.state = 'paid') EXECUTE FUNCTION keep_paid_order();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON credit_order FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
