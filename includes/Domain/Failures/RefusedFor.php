<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Failures;

defined( 'ABSPATH' ) || exit;

/** Why what a person or a program asked for is refused; REST answers it as `orderinvoicer_…`. */
enum RefusedFor: string {

	/** References at Sellsy begin with the present one already. */
	case ShopCodeFixed = 'shop_code_fixed';

	/** Somebody gave a day that the calendar does not have. */
	case NoSuchDay = 'no_such_day';

	/** The tax that was chosen for a sale without VAT gives a reason that is none of such a sale. */
	case UnfitExemption = 'unfit_exemption';

	/** A back-fill must finish, or be cancelled, before another begins. */
	case BackfillRunning = 'backfill_running';

	/** There is nothing to preview: the refund's credit note is at Sellsy already, made here or by hand. */
	case HasCreditNote = 'has_credit_note';

	/** What is wrong with an amount that a person typed. */
	case NotANumber      = 'amount_not_a_number';
	case NotPositive     = 'amount_not_positive';
	case TooManyDecimals = 'amount_too_many_decimals';
	case MoreThanLeft    = 'amount_more_than_left';
}
