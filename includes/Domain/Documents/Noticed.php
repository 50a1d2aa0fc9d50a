<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Documents;

defined( 'ABSPATH' ) || exit;

/** What became of a document at Sellsy, that a person should hear of. Made final and deleted are `Watching`'s. */
enum Noticed: string {
	case Paid      = 'paid';
	case PartPaid  = 'part_paid';
	case Cancelled = 'cancelled';
	/** It was cancelled, and somebody reopened it. */
	case Reinstated = 'reinstated';
	case Accepted  = 'accepted';
	case Refused   = 'refused';
	case Expired   = 'expired';
	/** An advance was invoiced. */
	case Advanced  = 'advanced';
	/** Somebody made an invoice of a proforma: ours are never made of one. */
	case Invoiced  = 'invoiced';

	/** @param string $status Sellsy's own word. */
	public static function of_status( DocumentKind $kind, string $status ): ?self {
		$noticed = self::tryFrom( $status );
		$is_ours = $noticed === self::Invoiced && $kind !== DocumentKind::Proforma;
		return $is_ours || $noticed === self::Reinstated || $noticed?->is_payment() === true ? null : $noticed;
	}

	public function is_payment(): bool {
		return in_array( $this, [ self::Paid, self::PartPaid ], true );
	}
}
