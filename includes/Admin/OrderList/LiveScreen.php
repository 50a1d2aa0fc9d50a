<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin\OrderList;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\CreditPreviewPart;
use OrderInvoicer\Admin\MoneyIsThere;
use OrderInvoicer\Admin\OrderBox;
use OrderInvoicer\Admin\OrderEmailActions;
use OrderInvoicer\Admin\OrderRows;
use OrderInvoicer\Domain\OrderSheet\OrderSheet;
use OrderInvoicer\Reports\OrderSheetView;

/**
 * What stands on an order's screen and becomes different while work goes on: src/order-meta-box draws it anew.
 *
 * @phpstan-import-type OrderScreen from OrderSheetView
 */
final class LiveScreen {

	public function __construct(
		private readonly OrderBox $box,
		private readonly DocumentPills $pills,
		private readonly OrderEmailActions $emails,
		private readonly OrderChoices $order_choices,
		private readonly CreditPreviewPart $preview,
	) {}

	/** @return OrderScreen */
	public function view( \WC_Order $order, OrderSheet $sheet ): array {
		$actions = $this->emails->offered( $order, $sheet->rows )
			+ MoneyIsThere::offered( $order )
			+ $this->order_choices->choices( $order, $sheet->rows );
		return [
			'box'            => $this->box->answer( $order, $sheet ),
			'pills'          => $this->pills->in_a_row( $order->get_id(), $sheet->rows ),
			'actions'        => array_map(
				static fn ( string $name, string $label ): array => [
					'name'  => $name,
					'label' => $label,
				],
				array_keys( $actions ),
				$actions
			),
			'credit_preview' => $this->preview->shown( $order, new OrderRows( $sheet->rows ) ),
		];
	}
}
