<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\Fields\Choice;
use OrderInvoicer\Domain\Settings\Fields\ListOf;
use OrderInvoicer\Domain\Settings\Fields\Number;

/** The documents of an order in WooCommerce's own e-mails to its customer. */
final class CustomerEmailSettings {

	/** WooCommerce's ids of its e-mails about an order. One about a part of an order that is refunded is another. */
	public const EMAILS = [
		'customer_on_hold_order',
		'customer_processing_order',
		'customer_completed_order',
		'customer_refunded_order',
		'customer_invoice',
		'customer_note',
	];

	private const REFUNDED        = 'customer_refunded_order';
	public const PARTLY_REFUNDED = 'customer_partially_refunded_order';

	/** Those that WooCommerce sends by itself. The others a person sends, who does not expect them to wait. */
	public const HOLDABLE = [
		'customer_on_hold_order',
		'customer_processing_order',
		'customer_completed_order',
		self::REFUNDED,
		self::PARTLY_REFUNDED,
	];

	public const LINK   = 'link';
	public const WAIT   = 'wait';
	public const ATTACH = 'attach';

	/** @param list<string> $emails of EMAILS. */
	public function __construct(
		#[ListOf(
			new Choice( self::EMAILS, '' ),
			'E-mails of WooCommerce, by id, that lead to the documents of their order. Empty: none.'
		)]
		public readonly array $emails,
		#[Choice(
			[ self::LINK, self::WAIT, self::ATTACH ],
			self::LINK,
			'wait: they leave once their document is final; attach: with its PDF.'
		)]
		public readonly string $documents,
		#[Number( 10, minimum: 1, maximum: 60, description: 'The longest that such an e-mail waits.' )]
		public readonly int $minutes,
	) {}

	public function attaches(): bool {
		return $this->documents === self::ATTACH;
	}

	/** @param string $id as WooCommerce has it. */
	public function holds( string $id ): bool {
		return $this->documents !== self::LINK && in_array( $id, self::HOLDABLE, true ) && $this->has( $id );
	}

	/** @param string $id as WooCommerce has it. */
	public function has( string $id ): bool {
		return in_array( $id === self::PARTLY_REFUNDED ? self::REFUNDED : $id, $this->emails, true );
	}

	/** @param string $id as WooCommerce has it. */
	public static function is_about_refund( string $id ): bool {
		return in_array( $id, [ self::REFUNDED, self::PARTLY_REFUNDED ], true );
	}
}
