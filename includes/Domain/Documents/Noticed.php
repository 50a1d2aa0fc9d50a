<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Documents;

defined( 'ABSPATH' ) || exit;

/** What became of a document at Sellsy, that a person should hear of. Made final and deleted are `Watching`'s. */
enum Noticed: string {
	case Paid      = 'paid';
	case PartPaid  = 'part_paid';
	case Cancelled = 'cancelled';
	case Accepted  = 'accepted';
	case Refused   = 'refused';
	case Expired   = 'expired';

	/** @param string $status Sellsy's own word. */
	public static function of_status( string $status ): ?self {
		$noticed = self::tryFrom( $status );
		return $noticed?->is_payment() === true ? null : $noticed;
	}

	public function is_payment(): bool {
		return in_array( $this, [ self::Paid, self::PartPaid ], true );
	}
}
