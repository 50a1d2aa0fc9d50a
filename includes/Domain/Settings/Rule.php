<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\Fields\Choice;
use OrderInvoicer\Domain\Settings\Fields\Flag;
use OrderInvoicer\Domain\Settings\Fields\Id;
use OrderInvoicer\Domain\Settings\Fields\ListOf;
use OrderInvoicer\Domain\Settings\Fields\Number;
use OrderInvoicer\Domain\Settings\Fields\Text;

/**
 * One rule of a kind of document: which orders it takes, and what is made of them. Its conditions alone choose it; its
 * trigger says when. Its id stands with each document that it made and is never given to another rule.
 */
final class Rule {

	/** The rule without conditions, which stands last: the workflow's own fields. Shops had no other before. */
	public const OTHERS = 0;

	/** No rule takes the order: nothing is made of it by itself. */
	public const NONE = 4294967295;

	public const ANY     = '';
	public const COMPANY = 'company';
	public const PERSON  = 'person';

	/** @param list<string> $gateways WooCommerce's ids; none: all of them. */
	public function __construct(
		#[Number(
			0,
			minimum: 1,
			maximum: self::NONE - 1,
			description: 'Stands with the documents that it made, so that it is never given twice: drawn by chance.'
		)]
		public readonly int $id,
		#[ListOf(
			new Text( shortest: 1, longest: 100 ),
			'Payment gateways of WooCommerce, or unnamed for orders that name none. None: all of them.'
		)]
		public readonly array $gateways,
		#[Choice( [ self::ANY, self::PERSON, self::COMPANY ], self::ANY, 'Empty: whoever buys.' )]
		public readonly string $buyer,
		#[Choice(
			[ self::ANY, 'domestic', 'eu', 'outside' ],
			self::ANY,
			'By the address that the order was taxed by, seen from the country of the shop. Empty: everywhere.'
		)]
		public readonly string $area,
		#[Flag( true, 'False: no such document is made of these orders.' )]
		public readonly bool $makes,
		#[Text( Trigger::CONFIRMED, pattern: Trigger::PATTERN, as: Trigger::class, description: Trigger::ABOUT )]
		public readonly Trigger $trigger,
		#[Text( Finalise::MANUAL, pattern: Finalise::PATTERN, as: Finalise::class, description: Finalise::ABOUT )]
		public readonly Finalise $finalise,
		#[Flag( description: 'Sellsy sends the document to the customer, once.' )]
		public readonly bool $email,
		#[Id( 'Sellsy staff. Null: as for all other orders. The next two likewise.', is_optional: true )]
		public readonly ?int $owner_id,
		#[Id( is_optional: true )]
		public readonly ?int $model_id,
		#[Id( is_optional: true )]
		public readonly ?int $rate_category_id,
		#[Text(
			description: 'As JSON, where this release cannot read it: it takes every order and makes nothing.',
			may_lack: true
		)]
		public readonly string $unread,
	) {}

	public function takes( OrderTraits $order ): bool {
		$gateway = $order->gateway === '' ? PaymentSettings::UNNAMED : $order->gateway;
		return ( $this->gateways === [] || in_array( $gateway, $this->gateways, true ) )
			&& ( $this->buyer === self::ANY || ( $this->buyer === self::COMPANY ) === $order->is_company )
			&& ( $this->area === self::ANY || $this->area === $order->area->value );
	}
}
