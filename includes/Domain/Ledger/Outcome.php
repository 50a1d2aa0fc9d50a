<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

/**
 * What came of a task, as far as it is known here. It stays while the task is worked once more, until something else
 * comes of it (docs/LEDGER.md).
 */
enum Outcome: string {
	/** Nothing has come of it yet. */
	case Open = 'open';
	/** Its document, payment or e-mail is there, or what it was to do is done. */
	case Made = 'made';
	/** So it is, and somebody else made it: a person said that it is this order's. */
	case Linked = 'linked';

	// Its document stands no more.
	/** Somebody deleted it at Sellsy. */
	case Gone = 'gone';
	/** Somebody cancelled it: it can be read, and reopened. */
	case Cancelled = 'cancelled';
	/** It was cancelled, and another row makes the one in its place. */
	case Replaced = 'replaced';
	/** A person is linking one in its place right now, or where none was made. */
	case Linking = 'linking';
	/** That broke off. */
	case LinkBroken = 'link_broken';

	// A person has said it.
	/** A person did it at Sellsy in our place. */
	case ByHand = 'by_hand';
	/** There is to be none. */
	case NotWanted = 'not_wanted';
	/** They look after the money: whether it stands at Sellsy is not known here. */
	case LeftToPerson = 'left_to_person';
	/** The refund was entered on another order of the sale too, and it is one. */
	case SameRefund = 'same_refund';
	/** A dispute took the money, and the customer owes it again. */
	case LeftUnpaid = 'left_unpaid';

	// Nothing was to be done.
	/** The refund was taken off the draft invoice. */
	case Absorbed = 'absorbed';
	/** The credit note of a refund that was deleted counts for this one. */
	case Covered = 'covered';
	/** Nothing of the invoice is left to credit. */
	case AllCredited = 'all_credited';
	/** There is no invoice that it could be for. */
	case NoInvoice = 'no_invoice';
	/** Its invoice was linked after that: whether it is credited is a person's to say. */
	case BeforeLink = 'before_link';
	/** Its refund was deleted before anything was made. */
	case RefundGone = 'refund_gone';
	/** The sale is off, or was refunded in full before it was invoiced. */
	case NothingCharged = 'nothing_charged';
	/** The order says nothing that could be invoiced. */
	case NothingToInvoice = 'nothing_to_invoice';
	/** The order as it stood did not ask for it. */
	case NotTriggered = 'not_triggered';
	/** None of the owner's rules made it. */
	case NoRule = 'no_rule';
	/** Documents of its kind were switched off. */
	case SwitchedOff = 'switched_off';
	/** Of a payment, e-mail or state: order or settings asked for it no longer. */
	case StepNotWanted = 'step_not_wanted';
	/** Another order of the sale is billed. */
	case PartOfSale = 'part_of_sale';
	/** Another program made it. */
	case Elsewhere = 'elsewhere';
	/** An invoice over nothing was left due. */
	case FreeLeftDue = 'free_left_due';
	/** For another reason: its problem says which. */
	case LeftOut = 'left_out';

	/** A document of it was deleted or cancelled at Sellsy. */
	public function is_gone(): bool {
		return in_array( $this, [ self::Gone, self::Cancelled, self::Replaced ], true );
	}

	/** What it had made stands no more: none is linked in the place of one that stands. */
	public function is_loss(): bool {
		return $this->is_gone() || in_array( $this, [ self::Linking, self::LinkBroken ], true );
	}

	/** Left out so, only a person opens it again. */
	public function is_left_to_people(): bool {
		return in_array( $this, [ self::ByHand, self::NotWanted, self::LeftToPerson, self::Linking ], true );
	}
}
