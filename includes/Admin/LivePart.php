<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\OrderSheet\BoxPart;
use OrderInvoicer\Domain\OrderSheet\OrderSheet;
use OrderInvoicer\Reports\OrderSheetView;

/** In the order box: where src/order-meta-box says what has changed, and tells the order's history. */
final class LivePart {

	public const ALL_OF = [ 'parts' => BoxPart::class ];

	/** @param list<BoxPart> $parts */
	public function __construct(
		private readonly BuiltScript $script,
		private readonly OrderSheetView $view,
		private readonly OrderQuestions $questions,
		private readonly array $parts,
	) {}

	public function render( \WC_Order $order, OrderSheet $sheet ): void {
		if ( ! $this->script->is_built() || ( $sheet->rows === [] && $sheet->foreseen === [] ) ) {
			return;
		}
		$this->script->enqueue();
		$is_answering = $this->questions->asked() !== '' || OrderCandidates::is_open()
			|| array_filter( $this->parts, static fn ( BoxPart $part ): bool => $part::is_open() ) !== [];
		$shown        = [
			'order_id' => $order->get_id(),
			'moves'    => $sheet->is_moving() && ! $is_answering,
			'lines'    => $this->view->lines( $sheet ),
			'history'  => $sheet->rows !== [],
		];
		printf(
			'<div id="orderinvoicer-order-live" data-sheet="%s"></div>',
			esc_attr( (string) wp_json_encode( $shown ) )
		);
	}
}
