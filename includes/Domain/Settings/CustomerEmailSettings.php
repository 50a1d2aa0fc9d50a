<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\Fields\Choice;
use OrderInvoicer\Domain\Settings\Fields\ListOf;

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

	private const REFUNDED         = 'customer_refunded_order';
	private const PARTLY_REFUNDED = 'customer_partially_refunded_order';

	/** @param list<string> $emails of EMAILS. */
	public function __construct(
		#[ListOf(
			new Choice( self::EMAILS, '' ),
			'E-mails of WooCommerce, by id, that lead to the documents of their order. Empty: none.'
		)]
		public readonly array $emails,
	) {}

	/** @param string $id as WooCommerce has it. */
	public function has( string $id ): bool {
		return in_array( $id === self::PARTLY_REFUNDED ? self::REFUNDED : $id, $this->emails, true );
	}

	/** @param string $id as WooCommerce has it. */
	public static function is_about_refund( string $id ): bool {
		return in_array( $id, [ self::REFUNDED, self::PARTLY_REFUNDED ], true );
	}
}
