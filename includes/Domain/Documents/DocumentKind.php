<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Documents;

defined( 'ABSPATH' ) || exit;

/**
 * The kinds of Sellsy document an order can become. Values are Sellsy's own names, as in `orderinvoicer.<kind>_url`.
 */
enum DocumentKind: string {
	case Estimate   = 'estimate';
	case Order      = 'order';
	case Delivery   = 'delivery';
	case Proforma   = 'proforma';
	case Invoice    = 'invoice';
	case CreditNote = 'creditnote';

	/**
	 * What an order becomes by itself, or when it is asked for; credit notes follow refunds.
	 *
	 * @return list<self> as an order goes through them.
	 */
	public static function of_orders(): array {
		return array_values(
			array_filter( self::cases(), static fn ( self $kind ): bool => $kind !== self::CreditNote )
		);
	}

	/** Sellsy validates these: they get a number that is never given twice, and stay as they are. */
	public function is_validated(): bool {
		return $this === self::Invoice || $this === self::CreditNote;
	}

	/** Only Sellsy's API v1 creates these; it needs a right of its own (`api-v1`). */
	public function needs_v1(): bool {
		return $this === self::Delivery || $this === self::Proforma;
	}

	/** Another document may be made from it. */
	public function is_parent(): bool {
		return in_array( $this, [ self::Estimate, self::Order, self::Delivery ], true );
	}

	/**
	 * Documents of the same order that this one may be made from, the nearest first (Sellsy: `parent`, `parentId`).
	 *
	 * @return list<self>
	 */
	public function parents(): array {
		return match ( $this ) {
			self::Invoice  => [ self::Delivery, self::Order, self::Estimate ],
			self::Delivery => [ self::Order ],
			default        => [],
		};
	}
}
