<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Preview;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\BrokenFilter;
use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Preview\CreditPreview;
use OrderInvoicer\Domain\Preview\PreviewCreditNote;
use OrderInvoicer\Domain\Preview\TypedLine;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Reports\CreditPreviewView;
use OrderInvoicer\Reports\ProblemView;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Refusal;

/**
 * What the credit note of a refund would say, before the refund or before its credit note is made. Creates nothing.
 *
 * @phpstan-import-type CreditNotePreviewAnswer from CreditPreviewView
 */
final class CreditPreviewController extends BaseController {

	public function __construct(
		private readonly PreviewCreditNote $preview,
		private readonly CreditPreviewView $view,
		private readonly ProblemView $problems,
	) {}

	public function routes(): array {
		return [
			$this->post(
				self::ORDER . '/credit-note-preview',
				'credit-note-preview',
				$this->preview( ... ),
				'credit-note-preview-request'
			),
		];
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function preview( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$asked = new Values( (array) $request->get_json_params() + $request->get_body_params() );
		$parts = [ $asked->id( 'refund_id', null ), $asked->text( 'amount', '' ), $asked->list_of( 'lines' ) ?? [] ];
		if ( ( $parts[0] === null ) === ( $parts[1] === '' ) || ( $parts[0] !== null && $parts[2] !== [] ) ) {
			return $this->refused(
				'orderinvoicer_amount_or_refund',
				__( 'Enter an amount, or choose one refund.', 'orderinvoicer' ),
				400
			);
		}
		try {
			$preview = $this->asked( $this->id( $request ), ...$parts );
		} catch ( Refused $refused ) {
			return Refusal::of( $refused );
		} catch ( BrokenFilter $broken ) {
			$shown = $this->problems->shown( $broken->problem() );
			return $this->refused( 'orderinvoicer_filter_broken', "{$shown['text']} {$shown['next_step']}", 422 );
		}
		return $preview === null
			? Refusal::not_found()
			: $this->answer( 'credit-note-preview', $this->view->view( $preview ) );
	}

	/**
	 * @param array<mixed> $lines
	 * @throws Refused
	 */
	private function asked( int $order_id, ?int $refund_id, string $amount, array $lines ): ?CreditPreview {
		return $refund_id === null
			? $this->preview->of_amount( $order_id, $amount, array_map( $this->line( ... ), array_values( $lines ) ) )
			: $this->preview->of_refund( $order_id, $refund_id );
	}

	private function line( mixed $line ): TypedLine {
		$typed = new Values( (array) $line );
		$taxes = [];
		foreach ( $typed->list_of( 'taxes' ) ?? [] as $tax ) {
			$tax                                      = new Values( (array) $tax );
			$taxes[ $tax->id( 'rate_id', null ) ?? 0 ] = $tax->text( 'amount', '' );
		}
		return new TypedLine(
			order_line_id: $typed->id( 'line_id', null ) ?? 0,
			quantity: $typed->text( 'quantity', '' ),
			total: $typed->text( 'total', '' ),
			taxes: $taxes
		);
	}

	private function refused( string $code, string $sentence, int $status ): \WP_Error {
		return new \WP_Error( $code, $sentence, [ 'status' => $status ] );
	}
}
