<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\OrderTax;
use OrderInvoicer\Domain\Preview\DryDocument;
use OrderInvoicer\Domain\Preview\DryOrder;
use OrderInvoicer\Domain\Preview\DryOutcome;
use OrderInvoicer\Domain\Preview\DryTax;
use OrderInvoicer\Domain\Preview\DryTotals;
use OrderInvoicer\Domain\Settings\Rule;
use OrderInvoicer\Wording\RuleText;

/**
 * An order of the dry run as the schema `dry-run` shows it; the same for REST and WP-CLI.
 *
 * @phpstan-import-type ProblemAnswer from ProblemView
 *
 * @phpstan-type DryTaxAnswer array{
 *     label: string,
 *     percent: string,
 *     vat: string,
 * }
 * @phpstan-type DryTotalsAnswer array{
 *     excl_tax: string,
 *     incl_tax: string,
 *     rounding: string,
 *     taxes: list<array{
 *         label: string,
 *         percent: string,
 *         base: string,
 *         vat: string,
 *     }>,
 * }
 * @phpstan-type DryDocumentAnswer array{
 *     kind: KindOfOrder,
 *     // not_due: the order is not, or no longer, where the trigger is. exists: has one already. no_rule: the rules
 *     // make none of it.
 *     outcome: value-of<DryOutcome>,
 *     // Of one that would be made.
 *     totals: DryTotalsAnswer|null,
 *     // Whether Sellsy computed the same; it is asked only where it knows the customer.
 *     sellsy: 'agrees'|'not_asked',
 *     problem: ProblemAnswer|null,
 *     // Id of the rule that takes the order. 0: all other orders. null: no rule takes it.
 *     rule: int|null,
 *     // The same in words; empty where the kind has no rules.
 *     rule_text: string,
 * }
 * @phpstan-type DryOrderAnswer array{
 *     id: int,
 *     number: string,
 *     edit_url: string,
 *     status: string,
 *     currency: string,
 *     created_at: Rfc3339,
 *     excl_tax: string,
 *     incl_tax: string,
 *     taxes: list<DryTaxAnswer>,
 *     documents: list<DryDocumentAnswer>,
 * }
 */
final class DryRunView {

	public function __construct(
		private readonly ProblemView $problems,
		private readonly RuleText $rules,
	) {}

	/** @return DryOrderAnswer */
	public function view( DryOrder $dry ): array {
		$order    = $dry->order;
		$wc_order = wc_get_order( $order->id );
		return [
			'id'         => $order->id,
			'number'     => $order->number,
			'edit_url'   => $wc_order instanceof \WC_Order ? $wc_order->get_edit_order_url() : '',
			'status'     => $order->status,
			'currency'   => $order->currency->code,
			'created_at' => $order->created_at->format( DATE_RFC3339 ),
			'excl_tax'   => $order->currency->rounded_text( $this->excl_tax( $order ) ),
			'incl_tax'   => $order->currency->rounded_text( $order->total ),
			'taxes'      => array_map( fn ( OrderTax $tax ): array => $this->order_tax( $tax, $order ), $order->taxes ),
			'documents'  => array_map(
				fn ( DryDocument $document ): array => $this->document( $document, $order ),
				$dry->documents
			),
		];
	}

	/** @return DryTaxAnswer */
	private function order_tax( OrderTax $tax, OrderSnapshot $order ): array {
		return [
			'label'   => $tax->label,
			'percent' => $tax->percent->to_string(),
			'vat'     => $order->currency->rounded_text( $tax->total->plus( $tax->shipping_total ) ),
		];
	}

	/** @return DryDocumentAnswer */
	private function document( DryDocument $document, OrderSnapshot $order ): array {
		return [
			'kind'      => $document->kind->value,
			'outcome'   => $document->outcome->value,
			'totals'  => $document->totals === null ? null : $this->totals( $document->totals, $order ),
			'sellsy'  => $document->sellsy_agrees ? 'agrees' : 'not_asked',
			'problem' => $this->problems->view( $document->problem, $order->currency->code ),
			'rule'      => $document->rule_id >= Rule::UNSURE ? null : $document->rule_id,
			'rule_text' => $document->rule === null ? '' : $this->rules->takes( $document->rule ),
		];
	}

	/** @return DryTotalsAnswer */
	private function totals( DryTotals $totals, OrderSnapshot $order ): array {
		return [
			'excl_tax' => $order->currency->minor_text( $totals->excl_tax ),
			'incl_tax' => $order->currency->minor_text( $totals->incl_tax ),
			'rounding' => $order->currency->minor_text( $totals->rounding ),
			'taxes'    => array_map(
				fn ( DryTax $tax ): array => [
					'label'   => $tax->label,
					'percent' => $tax->percent->to_string(),
					'base'    => $order->currency->minor_text( $tax->base ),
					'vat'     => $order->currency->minor_text( $tax->vat ),
				],
				$totals->taxes
			),
		];
	}

	private function excl_tax( OrderSnapshot $order ): Decimal {
		$excl_tax = $order->total;
		foreach ( $order->taxes as $tax ) {
			$excl_tax = $excl_tax->minus( $tax->total )->minus( $tax->shipping_total );
		}
		return $excl_tax;
	}
}
