<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Preview;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Content\DocumentBuilder;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\DocumentRequest;
use OrderInvoicer\Domain\Content\DocumentTexts;
use OrderInvoicer\Domain\Content\SaleDays;
use OrderInvoicer\Domain\Documents\DocumentKey;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Drafts\CheckDocument;
use OrderInvoicer\Domain\Drafts\ChooseRateCategory;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Taxes\ReadTaxes;
use OrderInvoicer\Domain\Taxes\TaxMap;

/**
 * The document as the real work would build it, but with every product as a free row: nothing is looked up or created.
 */
final class TryDocument {

	public function __construct(
		private readonly ReadTaxes $taxes,
		private readonly ChooseRateCategory $rate_category,
		private readonly DocumentBuilder $builder,
		private readonly DocumentTexts $texts,
		private readonly Clock $clock,
		private readonly CheckDocument $check,
	) {}

	/**
	 * @param int $known_rest what of a rest another document has shown already, minor units.
	 * @throws NeedsAttention
	 * @throws RemoteFailure
	 */
	public function draft(
		DocumentKind $kind,
		OrderSnapshot $order,
		Settings $settings,
		CustomerRef $customer,
		int $known_rest = 0,
	): DocumentDraft {
		$category = $this->rate_category->for_kind( $kind, $settings, $order->currency );
		$key      = DocumentKey::text( $settings->shop_code, $order->number, 0 );
		$request  = new DocumentRequest(
			kind: $kind,
			key: $key,
			customer: $customer,
			contact_id: null,
			invoicing_address_id: null,
			delivery_address_id: null,
			items: [],
			date: $this->clock->today(),
			days: SaleDays::of( $order, $settings, $this->clock->day_of( $order->created_at ) ),
			rate_category_id: $category,
			known_rest: $known_rest
		);
		return $this->builder->build( $order, $settings, $this->taxes->map( $settings ), $request );
	}

	/** @throws RemoteFailure */
	public function totals( DocumentDraft $draft, Settings $settings ): DryTotals {
		$map   = $this->taxes->map( $settings );
		$names = $this->by_id( $map );
		$taxes = [];
		foreach ( $draft->totals->by_tax as $id => $amounts ) {
			$tax     = $names[ $id ];
			$taxes[] = new DryTax(
				label: $tax->label,
				percent: $tax->rate,
				base: $amounts['ht'],
				vat: $amounts['vat']
			);
		}
		return new DryTotals(
			excl_tax: $draft->totals->excl_tax,
			incl_tax: $draft->totals->incl_tax,
			rounding: $this->rounding( $draft, $map ),
			taxes: $taxes
		);
	}

	private function rounding( DocumentDraft $draft, TaxMap $map ): int {
		$last = $draft->rows[ array_key_last( $draft->rows ) ?? 0 ] ?? null;
		return $last !== null
			&& $map->rounding !== null
			&& $last->tax_id === $map->rounding->id
			&& $last->description === $this->texts->rounding()
				? $last->total ?? 0
				: 0;
	}

	/** @return array<int, RemoteTax> */
	private function by_id( TaxMap $map ): array {
		return array_column(
			array_filter( [ ...array_values( $map->rates ), ...array_values( $map->exempt ), $map->rounding ] ),
			null,
			'id'
		);
	}

	/**
	 * Asks Sellsy's own arithmetic: `compute` creates nothing.
	 *
	 * @return DocumentDraft|null the one that Sellsy agrees with; null when it gives no answer now: that says nothing
	 *         about the order.
	 * @throws NeedsAttention
	 */
	public function agreed( DocumentDraft $draft ): ?DocumentDraft {
		try {
			return $this->check->check( $draft );
		} catch ( RemoteFailure $failure ) {
			if ( $failure->kind === FailureKind::Rejected ) {
				throw new NeedsAttention( $failure->problem() );
			}
			return null;
		}
	}
}
