<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Content;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Content\DocumentBuilder;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\DocumentRequest;
use OrderInvoicer\Domain\Content\SaleDays;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Refunds\Credit;
use OrderInvoicer\Domain\Settings\DefaultSettings;
use OrderInvoicer\Domain\Settings\ItemSettings;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Taxes\ExemptionTable;
use OrderInvoicer\Domain\Taxes\TaxMap;

/**
 * A shop whose settings are complete. WooCommerce rate ids: 1 = 20 %, 2 = 10 %, 3 = 5.5 %, 4 = 2.1 %, 5 = 0 %, 6 = 20 %
 * again. Sellsy tax ids are a hundred more, except that 6 is mapped to the tax of 1.
 */
final class Shop {

	public const RATES = [
		1 => '20',
		2 => '10',
		3 => '5.5',
		4 => '2.1',
		5 => '0',
		6 => '20',
	];
	public const ROUNDING_TAX = 190;

	public int $cap          = 5;
	public ?int $category_id = 7;
	public string $subject   = 'Order {order_number}';
	public string $note      = '';
	public string $bundles   = ItemSettings::PARENT;
	public bool $stock_agrees = false;

	/** @var array<int, \OrderInvoicer\Domain\Items\ItemRef> */
	public array $items = [];

	/** @var array<int, RemoteTax> */
	public array $rates;

	/** @var array<string, RemoteTax> */
	public array $exempt;
	public ?RemoteTax $rounding;

	/** @var array<string, string> */
	public array $reasons = [];

	public function __construct() {
		foreach ( self::RATES as $id => $percent ) {
			$this->rates[ $id ] = self::tax( $id === 6 ? 101 : 100 + $id, $percent, $percent === '0' ? 'Z' : 'S' );
		}
		foreach ( ExemptSituation::cases() as $i => $situation ) {
			$category                          = ExemptionTable::categories( $situation )[0] ?? 'E';
			$this->exempt[ $situation->value ] = self::tax( 200 + $i, '0', $category );
		}
		unset( $this->exempt[ ExemptSituation::ShopExempt->value ] );
		$this->rounding = self::tax( self::ROUNDING_TAX, '0', 'E' );
	}

	public static function tax( int $id, string $percent, string $category, bool $usable = true ): RemoteTax {
		return new RemoteTax(
			id: $id,
			label: "TVA $percent %",
			rate: Decimal::from_string( $percent ),
			category: $category,
			usable: $usable
		);
	}

	public function invoice( OrderSnapshot $order ): DocumentDraft {
		return ( new DocumentBuilder( new EnglishTexts() ) )->build(
			$order,
			$this->settings(),
			new TaxMap( $this->rates, $this->exempt, $this->rounding, $this->reasons ),
			new DocumentRequest(
				kind: DocumentKind::Invoice,
				key: 'SHOP-' . $order->number,
				customer: new CustomerRef( CustomerType::Individual, 1 ),
				contact_id: null,
				invoicing_address_id: 2,
				delivery_address_id: 3,
				items: $this->items,
				date: '2026-11-24',
				days: SaleDays::of( $order, $this->settings(), '2026-11-24' )
			)
		);
	}

	public function map(): TaxMap {
		return new TaxMap( $this->rates, $this->exempt, $this->rounding, $this->reasons );
	}

	public function credit_note( Credit $credit ): DocumentDraft {
		$request = new DocumentRequest(
			kind: DocumentKind::CreditNote,
			key: 'SHOP-1/A1',
			customer: new CustomerRef( CustomerType::Individual, 1 ),
			contact_id: null,
			invoicing_address_id: 2,
			delivery_address_id: 3,
			items: [],
			date: '2026-11-24',
			days: SaleDays::of( $credit->order, $this->settings(), '2026-11-24' ),
			rate_category_id: 7,
			known_rest: $credit->known_rest
		);
		return ( new DocumentBuilder( new EnglishTexts() ) )
			->build( $credit->order, $this->settings(), $this->map(), $request );
	}

	private function settings(): Settings {
		return ( new SettingsArray() )->merged(
			( new DefaultSettings() )->settings( 'SHOP' ),
			[
				'rounding_cap' => $this->cap,
				'items'        => [ 'bundles' => $this->bundles ],
				'stock'        => [ 'agrees' => $this->stock_agrees ],
				'invoice'      => [
					'enabled'          => true,
					'start_date'       => '2026-01-01',
					'owner_id'         => 11,
					'model_id'         => 12,
					'rate_category_id' => $this->category_id,
					'payment_term_id'  => 13,
					'subject'          => $this->subject,
					'note'             => $this->note,
				],
			]
		);
	}
}
