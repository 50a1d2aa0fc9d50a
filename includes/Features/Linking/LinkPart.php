<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Linking;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\OrderSheet\BoxPart;
use OrderInvoicer\Admin\OrderSheet\RowOffer;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Features\Linking\Rules\LinkProposal;
use OrderInvoicer\Features\Linking\Rules\LinkTarget;
use OrderInvoicer\Wording\Names\DocumentPage;

/**
 * In the order box: a document that somebody made at Sellsy is looked for, compared and linked. Sellsy is asked only
 * after a person has pressed the button that says so. Without JavaScript.
 */
final class LinkPart implements BoxPart, RowOffer {

	public function __construct(
		private readonly LinkSearch $search,
		private readonly LinkRequest $request,
		private readonly LinkText $texts,
		private readonly DocumentPage $pages,
	) {}

	public static function is_open(): bool {
		return LinkRequest::is_open();
	}

	public function print_offer( Task $task, \WC_Order $order, array $rows, string $label ): void {
		$target = LinkTarget::of_row( $task );
		if ( $target?->is_free( $rows ) === true ) {
			printf(
				'<p><a href="%1$s">%2$s</a></p>',
				esc_url( LinkRequest::url( $order, $target ) ),
				esc_html( $label )
			);
		}
	}

	public function render( \WC_Order $order, array $rows ): void {
		$all     = self::targets( $order, $rows );
		$targets = self::only( $all, static fn ( LinkTarget $target ): bool => $target->is_free( $rows ) );
		$unknown = self::only( $all, static fn ( LinkTarget $target ): bool => $target->is_unknown( $rows ) );
		if ( $targets === [] && $unknown === [] ) {
			return;
		}
		$target = $this->request->target( $targets );
		printf(
			'<details id="%1$s" class="orderinvoicer-link"%2$s><summary>%3$s</summary>',
			esc_attr( LinkRequest::PANEL ),
			$target === null ? '' : ' open',
			esc_html__( 'Link an existing document', 'orderinvoicer' )
		);
		foreach ( $unknown as $one ) {
			printf( '<p>%s</p>', esc_html( $this->texts->unknown( $one ) ) );
		}
		if ( $targets !== [] ) {
			$this->request->print_fields( array_map( $this->option( ... ), $targets ), $target );
		}
		if ( $target !== null && $this->request->is_looking( $order->get_id() ) ) {
			$this->render_answer( $order, $target );
		}
		echo '</details>';
		$this->request->print_form_later( $order->get_id() );
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

	/**
	 * @param list<LinkTarget>           $targets
	 * @param \Closure(LinkTarget): bool $is_it
	 * @return list<LinkTarget>
	 */
	private static function only( array $targets, \Closure $is_it ): array {
		return array_values( array_filter( $targets, $is_it ) );
	}

	/** @return array{string, string} value and label. */
	private function option( LinkTarget $target ): array {
		return [ $target->text(), $this->texts->target( $target ) ];
	}

	private function render_answer( \WC_Order $order, LinkTarget $target ): void {
		try {
			$found = $this->search->found( $order->get_id(), $target, $this->request->typed() );
		} catch ( RemoteFailure ) {
			$found = __( 'Sellsy could not be asked for this document. Try again in a moment.', 'orderinvoicer' );
		}
		echo '<div role="status">';
		if ( is_string( $found ) ) {
			printf( '<p>%s</p>', esc_html( $found ) );
		} else {
			foreach ( $found as $proposal ) {
				$this->render_proposal( $order, $proposal );
			}
			printf( '<p>%s</p>', esc_html( $this->texts->follows( $target ) ) );
		}
		echo '</div>';
	}

	private function render_proposal( \WC_Order $order, LinkProposal $proposal ): void {
		printf(
			'<section class="orderinvoicer-document"><h4><a href="%1$s">%2$s</a></h4>',
			esc_url( $this->pages->url( $proposal->document->kind, $proposal->document->id ) ),
			esc_html( $this->texts->document( $proposal ) )
		);
		$buyer    = $this->texts->buyer( $order );
		$obstacle = $this->texts->obstacle( $proposal );
		foreach ( $this->texts->compared( $proposal, $buyer ) as $sentence ) {
			printf( '<p>%s</p>', esc_html( $sentence ) );
		}
		$obstacle === ''
			? $this->request->print_button( $proposal, $this->texts->button( $proposal ) )
			: printf( '<p>%s</p>', esc_html( $obstacle ) );
		echo '</section>';
	}
}
