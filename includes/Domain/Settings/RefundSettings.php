<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\Fields\Choice;
use OrderInvoicer\Domain\Settings\Fields\Flag;

/** What a refund or a cancellation does beside its credit note. */
final class RefundSettings {

	/** The draft invoice is changed to what remains. */
	public const UPDATE = 'update';
	/** The draft stays; the credit note follows once the invoice is final. */
	public const CREDIT = 'credit';

	public function __construct(
		#[Choice(
			[ self::UPDATE, self::CREDIT ],
			self::CREDIT,
			'What a refund does while the invoice is a draft: update it to what remains, or credit it once it is final.'
		)]
		public readonly string $of_draft,
		/** A cancelled order's final invoice is credited in full. */
		#[Flag]
		public readonly bool $credit_cancelled,
	) {}
}
