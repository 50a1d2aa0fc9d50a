<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Linking;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\OrderSheet\BoxPart;
use OrderInvoicer\Domain\Actions\Offers;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\OrderSheet\OrderSheet;
use OrderInvoicer\Features\Linking\Rules\LinkTarget;

/**
 * In the order box: a document that somebody made at Sellsy is looked for, compared and linked (`LinkController`).
 *
 * @phpstan-import-type BoxPartAnswer from BoxPart
 */
final class LinkPart implements BoxPart {

	public function __construct( private readonly LinkText $texts ) {}

	public function of_order( \WC_Order $order, array $rows ): ?array {
		$all     = self::targets( $order, $rows );
		$free    = array_filter( $all, static fn ( LinkTarget $target ): bool => $target->is_free( $rows ) );
		$unknown = array_filter( $all, static fn ( LinkTarget $target ): bool => $target->is_unknown( $rows ) );
		return $free === [] && $unknown === [] ? null : $this->part(
			__( 'Link an existing document', 'orderinvoicer' ),
			array_values( $free ),
			array_values( array_map( $this->texts->unknown( ... ), $unknown ) )
		);
	}

	/** What the person made is rather linked, where it is a document. */
	public function of_row( Task $task, \WC_Order $order, OrderSheet $sheet ): ?array {
		$target  = LinkTarget::of_row( $task );
		$is_made = $task->asks( ProblemCode::ProformaInvoiced );
		$offers  = new Offers( $order->get_status( 'edit' ), $sheet->rows );
		return $target?->is_free( $sheet->rows ) === true
			&& ( $is_made || $offers->accepts( RowAct::DoneByHand, $task ) )
			? $this->part(
				$is_made
					? __( 'Link the invoice that was made in Sellsy', 'orderinvoicer' )
					: __( 'Made by hand? Link it by its number', 'orderinvoicer' ),
				[ $target ]
			)
			: null;
	}

	/**
	 * @param list<LinkTarget> $targets
	 * @param list<string>     $says
	 * @return BoxPartAnswer
	 */
	private function part( string $label, array $targets, array $says = [] ): array {
		return [
			'name'    => 'link',
			'label'   => $label,
			'note'    => '',
			'says'    => $says,
			'choices' => array_map(
				fn ( LinkTarget $target ): array => [
					'value' => $target->text(),
					'label' => $this->texts->target( $target ),
				],
				$targets
			),
			'chosen'  => '',
			'amount'  => '',
			'days'    => null,
		];
	}

	/**
	 * What of the order a document may be linked as, those that have one included.
	 *
	 * @param list<Task> $rows
	 * @return list<LinkTarget>
	 */
	private static function targets( \WC_Order $order, array $rows ): array {
		$targets  = array_map(
			static fn ( DocumentKind $kind ): LinkTarget => new LinkTarget( $kind ),
			array_reverse( DocumentKind::of_orders() ) // The invoice first: it is made by hand most often.
		);
		$invoice  = ( new LinkTarget( DocumentKind::Invoice ) )->row( $rows );
		$refunds  = ( $invoice->remote_id ?? 0 ) > 0 ? $order->get_refunds() : [];
		$of_notes = array_map(
			static fn ( \WC_Order_Refund $refund ): LinkTarget =>
				new LinkTarget( DocumentKind::CreditNote, $refund->get_id() ),
			array_values( $refunds )
		);
		return [ ...$of_notes, ...$targets ];
	}
}
