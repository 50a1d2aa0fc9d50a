<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Kept;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;

/** What a run makes at Sellsy, and deletes again but for drafts: no call of Sellsy deletes one. */
enum Thing: string {
	case Company    = 'company';
	case Individual = 'individual';
	case Contact    = 'contact';
	case Item       = 'item';
	case Webhook    = 'webhook';

	/** Whom the drafts are for: it stays as long as one of them does. */
	case Customer = 'customer';

	case Invoice    = 'invoice';
	case CreditNote = 'creditnote';
	case Estimate   = 'estimate';
	case Order      = 'order';

	/** Tried on the invoice. */
	case Payment = 'payment';

	/** They are used again: no call of Sellsy deletes one. */
	public const DRAFTS = [ self::Invoice, self::CreditNote, self::Estimate, self::Order ];

	/** Of a draft; null for all else. */
	public function kind(): ?DocumentKind {
		return DocumentKind::tryFrom( $this->value );
	}

	/** Left to `Drafts`, and there only where a person asked for drafts. */
	public function is_of_drafts(): bool {
		return in_array( $this, [ self::Customer, self::Payment ], true ) || $this->kind() !== null;
	}
}
