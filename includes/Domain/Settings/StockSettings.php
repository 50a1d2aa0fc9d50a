<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Settings\Fields\Choice;
use OrderInvoicer\Domain\Settings\Fields\Flag;
use OrderInvoicer\Domain\Settings\Fields\Id;

/** Whether the stock of the shop and that of Sellsy are made to agree, and who leads. */
final class StockSettings {

	public const SHOP   = 'shop';
	public const SELLSY = 'sellsy';

	/** What takes sold goods out of stock at Sellsy: the account decides, and its API does not tell. */
	public const UNKNOWN  = 'unknown';
	public const NOTHING  = 'nothing';
	public const INVOICE  = 'invoice';
	public const DELIVERY = 'delivery';

	public function __construct(
		#[Flag( description: 'Differences are done, where a person has seen a whole comparison before.' )]
		public readonly bool $agrees,
		#[Choice( [ self::SHOP, self::SELLSY ], self::SHOP, 'Whose stock counts; the other one is changed.' )]
		public readonly string $leader,
		#[Choice(
			[ self::UNKNOWN, self::NOTHING, self::INVOICE, self::DELIVERY ],
			self::UNKNOWN,
			'What takes sold goods out of stock at Sellsy. Sellsy leads only where documents do.'
		)]
		public readonly string $moved_by,
		#[Id( 'Sellsy warehouse that is compared with the shop.', is_optional: true )]
		public readonly ?int $warehouse_id,
	) {}

	/** Where differences are done. */
	public function follower(): string {
		return $this->leader === self::SHOP ? self::SELLSY : self::SHOP;
	}

	/** By which kind of document Sellsy notices a sale; null where none does. */
	public function kind(): ?DocumentKind {
		return match ( $this->moved_by ) {
			self::INVOICE  => DocumentKind::Invoice,
			self::DELIVERY => DocumentKind::Delivery,
			default        => null,
		};
	}
}
