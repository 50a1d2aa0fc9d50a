<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Failures;

defined( 'ABSPATH' ) || exit;

/** Every reason a person can be given. The facts each one carries are named beside it. */
enum ProblemCode: string {

	/** What a credit note was made for is no more. */
	public const UNDONE = [ self::RefundUndone, self::Reinstated ];

	/** A person is asked about money: to have it recorded, to say that all is there, or to leave it. */
	public const ABOUT_MONEY =
		[ self::PaymentElsewhere, self::PaymentFree, self::PaymentGone, self::PaidAnotherTotal ];

	// Left out.
	case OrderGone          = 'order_gone';
	// status, and asked: a person asked for it, but the order is no sale
	case NoLongerTriggered  = 'no_longer_triggered';
	case WorkflowDisabled   = 'workflow_disabled';
	case BeforeStartDate    = 'before_start_date'; // start_date
	case InvoicedElsewhere  = 'invoiced_elsewhere'; // url
	case FinalisedByHand    = 'finalised_by_hand'; // the owner changed the setting meanwhile
	case NoRule             = 'no_rule'; // the owner's rules make none of it; document: credit note, unread: yes
	case NothingToInvoice   = 'nothing_to_invoice';
	case FreeOrder          = 'free_order'; // it charges nothing, and the owner wants no documents of such orders
	case FreeInvoiceDue     = 'free_invoice_due'; // number; right: 1 where that is missing: of 0.00, and left due
	// biller: parent, children or nobody; number of the parent, children: their numbers, by: the plugin that split it
	case PartOfSale         = 'part_of_sale';
	case NotFollowed        = 'not_followed'; // other code of the site leaves the order out
	case StepNotWanted      = 'step_not_wanted'; // a payment, e-mail or state that order or settings no longer ask for
	// of a payment: refunds took all of it before it came, or nothing is due of an invoice that a person linked
	case NothingCame        = 'nothing_came';
	case RefundInDraft      = 'refund_in_draft'; // refund: the draft invoice was lowered instead
	// nothing of the invoice is left; id, number: that credit note of a deleted refund counts for this one
	case AlreadyCredited    = 'already_credited';
	case RefundGone         = 'refund_gone';
	case RefundTold         = 'refund_told'; // entered on another order of the sale too: a person says that it is one
	case DisputeUnpaid      = 'dispute_unpaid'; // a dispute took the money: a person says that the invoice is due again
	case NothingCharged     = 'nothing_charged'; // cancelled, or refunded in full before it was invoiced
	// a person says so and alone opens it again; none: its document was deleted at Sellsy on purpose, or `payment`:
	// they look after the money; cancelled: number of the document that was so on purpose
	case DoneByHand         = 'done_by_hand';
	// id, number of the document, mark: while a person's link is written; after ten minutes the process has died
	case BeingLinked        = 'being_linked';
	case CompanyRefused     = 'company_refused'; // the owner said no to a buyer who asked for it
	case CreditedByHand     = 'credited_by_hand'; // another credit note of that invoice was made by hand

	// Wait, resume by themselves.
	case NotSent            = 'not_sent'; // detail, and for: test or page, where nobody tries again
	case OutcomeUnknown     = 'outcome_unknown'; // route; of = customer, contact, address, item, tax
	case RateLimited        = 'rate_limited';
	case Unauthorized       = 'unauthorized';
	case AccountBlocked     = 'account_blocked'; // status, scope, route
	case SellsyDown         = 'sellsy_down'; // since; for: test or page, where nobody tries again
	case CopiedSite         = 'copied_site'; // known, current, company; decision: `copy` once a person said it
	case OrderNotFound      = 'order_not_found'; // since: Unix time; gone once it is missing minutes later too
	case WaitsForCustomer   = 'waits_for_customer';
	// for: numbering (and kind), draft, own_row (left out: the row of the draft itself says what to do), payment,
	// pending_payment, refund, stopped_refund, draft_credit_note, setting_off or email (it waits itself)
	case WaitsForDocument   = 'waits_for_document';
	case WaitsForItem       = 'waits_for_item';
	case WaitsForTax        = 'waits_for_tax'; // a person asked for it twice at the same moment
	case WaitsForParent     = 'waits_for_parent'; // kind, and `problem` when that one stopped
	case WaitsForInvoice    = 'waits_for_invoice'; // refund or payment: the invoice is not final yet
	case WaitsForParts      = 'waits_for_parts'; // more orders of the same sale may be coming
	case LooksBack          = 'looks_back'; // what Sellsy got since the last sign of life is listed first
	case UnexpectedError    = 'unexpected_error'; // detail
	case TriesUsedUp        = 'tries_used_up'; // detail

	// Said, stops nothing.
	// the customer's e-mail belongs to one of Sellsy's staff: created without it
	case StaffEmail         = 'staff_email';
	// kind, number: the document is made without it, for the order names another buyer by now; draft: its id, where it
	// stands below that one already.
	case ParentOfAnother    = 'parent_of_another';
	case NumbersContradict  = 'numbers_contradict'; // a legal number of the order is another company's: left out
	// type, id: the owner's own client of the same e-mail address, under another name
	case NewClient          = 'new_client';
	// type, id: a change would take away what this account drops and nobody can send back
	case ClientToChange     = 'client_to_change';

	// A person must act.
	case NotConnected       = 'not_connected';
	case SecretsUnreadable  = 'secrets_unreadable'; // the site's keys changed
	case OtherAccount       = 'other_account';
	case OpenedElsewhere    = 'opened_elsewhere'; // on a copy of the shop that was pushed over it
	case IdUsedBefore       = 'id_used_before';
	case CodeClash          = 'code_clash'; // code, kind, id, reference, number: documents that another shop made
	// kind, id, number, reference, customer: same or other, order_total, document_total: the ledger was taken back to
	// before it was made
	case UnrecordedDocument = 'unrecorded_document';
	case Rejected           = 'rejected'; // status, message
	// one of the owner's rules asks for what the order does not tell any more; document: credit note
	case WhichRule          = 'which_rule';
	// as part_of_sale; amount: what the parent charges beside its children
	case WhoBills           = 'who_bills';
	// refund: its amount; it may be one that was entered on another order of the same sale
	case RefundTwice        = 'refund_twice';
	// the buyer wants the invoice in their company's name; invoice: row of the final one, which would be credited, and
	// its number; made: 0 or 1; before, after: totals, with their currency; no after: the order could not be read, for
	// filter and detail where code of another plugin failed
	case CompanyAsked       = 'company_asked';
	case RateCategoryUnset  = 'rate_category_unset';
	case RateCategoryUnfit  = 'rate_category_unfit'; // currency
	case SeveralCustomers   = 'several_customers'; // candidates: JSON list of {type,id}
	case CustomerOtherKind  = 'customer_other_kind'; // candidates; kind: the order's
	case CustomerNameless   = 'customer_nameless';
	case BuyerDiffers       = 'buyer_differs'; // id: of the draft, which was corrected in vain
	case TaxUnmapped        = 'tax_unmapped'; // rate_id, rate_label, percent
	case TaxPercentDiffers  = 'tax_percent_differs'; // rate_label, order_percent, sellsy_percent
	case TaxUnusable        = 'tax_unusable'; // tax_label
	case TaxRateMissing     = 'tax_rate_missing'; // rate_id: on a line but not among the order's tax items
	case TaxWithoutRate     = 'tax_without_rate'; // line
	case TaxSplitUnknown    = 'tax_split_unknown'; // line: compound, stacked, VAT without a base
	case ExemptionUnmapped  = 'exemption_unmapped'; // situation, line, country
	// situation, line, country, tax_label, category; beside: 1 where it would do, if it stood alone
	case ExemptionUnfit     = 'exemption_unfit';
	case ExemptionUnknown   = 'exemption_unknown'; // line
	case RoundingTaxUnset   = 'rounding_tax_unset'; // amount
	case RoundingOverCap    = 'rounding_over_cap'; // amount, cap, order_total, document_total
	case TaxesAreNotRates   = 'taxes_are_not_rates'; // order_total, document_total, order_vat, document_vat
	case LinesDoNotAddUp    = 'lines_do_not_add_up'; // order_total, lines_total
	case FilterBroken       = 'filter_broken'; // filter, detail: code of another plugin threw, or answered nonsense
	case LinesMissing       = 'lines_missing'; // order_total: money, and no line that says for what
	case FeeUnclear         = 'fee_unclear'; // line, amount: a negative fee without VAT, a discount or a payment
	case DepositOrder       = 'deposit_order'; // plugin: only a deposit was paid
	case NegativeFeeTooBig  = 'negative_fee_too_big'; // line
	case AmountNotWritable  = 'amount_not_writable'; // amount, currency
	case QuantityTooFine    = 'quantity_too_fine'; // line, quantity: of an item whose stock is kept at Sellsy
	case TotalsDiffer       = 'totals_differ'; // order_total, sellsy_total
	case DocumentGone       = 'document_gone'; // id
	// id, kind, number: somebody cancelled it at Sellsy; credit_note: the number of its own, which still stands
	case DocumentCancelled  = 'document_cancelled';
	// number, other: an invoice that was cancelled was reopened at Sellsy, and the one in its place stands too
	case TwoInvoices        = 'two_invoices';
	// number: of the proforma that somebody made an invoice of at Sellsy, before one was made here
	case ProformaInvoiced   = 'proforma_invoiced';
	// kind, order_total, document_total, number, order: its mark, and where VAT differs order_vat, document_vat: edited
	// after it became final
	case DiffersFromOrder   = 'differs_from_order';
	// as differs_from_order: of a draft whose rows no other program can change
	case DraftNotWritable   = 'draft_not_writable';
	// id: the order was cancelled, the API cannot delete its draft; or order_total, document_total: it never was right
	case DraftToDelete      = 'draft_to_delete';
	case InvoiceMissing     = 'invoice_missing'; // nothing that a credit note could be for
	case RefundOverInvoice  = 'refund_over_invoice'; // refund, remaining
	case RefundLinesDiffer  = 'refund_lines_differ'; // refund, lines
	// refund, lines: its amount, and what its lines at their rates give; refund_vat, lines_vat: the VAT of both;
	// enter, enter_vat: HT and VAT with which it would fit, where that is known to the cent
	case RefundTaxesDiffer  = 'refund_taxes_differ';
	// status, or paid: yes; was: the order should follow its document, and WooCommerce or other code left it as it was
	case StatusRefused      = 'status_refused';
	// recorded: yes where a payment was recorded all the same; orders: how many an earlier release took for paid; ids:
	// of the first of them
	case AcceptedNotPaid    = 'accepted_not_paid';
	case RefundUndone       = 'refund_undone'; // number: deleted in the shop after its credit note was made
	// number, order: of a part of a sale; it was cancelled and credited, by a draft where no part is named, and stands
	// again
	case Reinstated         = 'reinstated';
	// a refund before the invoice was issued anew has been deleted; whether this one is it cannot be told
	case RefundUnclear      = 'refund_unclear';
	case RefundNotEntered   = 'refund_not_entered'; // left: the order is set to refunded, and no refund covers that
	case Disputed           = 'disputed'; // amount: a dispute took it; a credit note, or the invoice is due again
	// amount, invoice: its number; what paid it was not recorded here, or Sellsy does not let it be taken off
	case DisputeByHand      = 'dispute_by_hand';
	case RefundBeforeLink   = 'refund_before_link'; // its invoice was linked: its credit note may stand at Sellsy too
	// as being_linked: that process died, and what the person saw has changed since or, unreadable: yes, cannot be read
	case LinkBroken         = 'link_broken';
	// credit_note, old, invoice: numbers; amount; movable: 1 where this plugin recorded all of that: issued anew for
	// another customer
	case CreditOfAnother    = 'credit_of_another';
	// amount, invoice: its number, to whose customer it could not go over; why: `stands`, on another document
	case PaymentToMove      = 'payment_to_move';
	case V1Missing          = 'v1_missing'; // kind, or the route that was refused
	// kind, restored, from: whether the e-mail left is not known; a backup was put back; `shop`: it is not Sellsy's
	case SendUnknown        = 'send_unknown';
	// of: kind of the document, payment, customer, new_customer, contact or item, whose answer was lost, in an account
	// whose searches prove nothing; key: under which it is remembered, where it is no document and no payment
	case MadeUnknown        = 'made_unknown';
	case NoEmail            = 'no_email'; // kind, from: the order has no address to send to; `shop` leaves it out
	case MailRefused        = 'mail_refused'; // this site could not hand an e-mail over
	case PaymentMethodUnset = 'payment_method_unset'; // gateway
	case PaymentOverDue     = 'payment_over_due'; // paid, due: of earlier releases; a retry weighs it anew
	// paid, found: people recorded that in Sellsy, which is not the same; amount: what is missing, empty where nothing;
	// back: yes, of money that went back; many: it is the same sum, in more payments than a row can name
	case PaymentElsewhere   = 'payment_elsewhere';
	case PaymentFree        = 'payment_free'; // paid, amount: as much stands free with the customer in Sellsy
	// paid, invoice: its number, on which that stood, and stands no more; amount: as much; twice: it is paid anew;
	// back: yes, of money that went back, and of a credit note
	case PaymentGone        = 'payment_gone';
	// paid, total: what the order charged when it was paid, and does now; amount: what would be recorded
	case PaidAnotherTotal   = 'paid_another_total';
	// documents, sale: invoices less credit notes, the order less its refunds; payments, money: what was recorded less
	// what was paid back, what came less what went back; only those two that are not the same
	case SumsDiffer         = 'sums_differ';
}
