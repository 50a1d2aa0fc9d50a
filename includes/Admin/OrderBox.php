<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\OrderSheet\OrderRow;
use OrderInvoicer\Domain\OrderSheet\OrderSheet;
use OrderInvoicer\Domain\OrderSheet\ReadOrderSheet;
use OrderInvoicer\Reports\OrderSheetView;
use OrderInvoicer\Wording\HelpTopic;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use OrderInvoicer\WordPress\Tables\Sql;

/**
 * The box on the order screen, HPOS and legacy: where the order's documents stand, and what can be done. It is printed
 * as text, and src/order-meta-box draws it anew with its buttons. It asks Sellsy nothing while the screen opens, and
 * the database each question once.
 *
 * @phpstan-import-type OrderBoxAnswer from BoxView
 * @phpstan-import-type BoxRowAnswer from OrderRow
 */
final class OrderBox {

	/** Id of the box on the order's screen. */
	private const BOX = 'orderinvoicer-order';

	/** No order yet: nothing can be asked for. */
	private const UNPLACED = [ 'auto-draft', 'checkout-draft' ];

	public function __construct(
		private readonly ReadOrderSheet $sheets,
		private readonly BoxView $view,
		private readonly OrderSheetView $sheet_view,
		private readonly CreditPreviewPart $preview,
		private readonly BuiltScript $script,
		private readonly Sql $sql,
	) {}

	public function register(): void {
		add_action( 'add_meta_boxes', [ $this, 'handle_add_meta_boxes' ] );
	}

	public function handle_add_meta_boxes(): void {
		if ( current_user_can( OrderRights::CAPABILITY ) ) {
			add_meta_box(
				self::BOX,
				__( 'Sellsy', 'orderinvoicer' ),
				[ $this, 'render' ],
				wc_get_page_screen_id( 'shop-order' ),
				'side',
				'default'
			);
		}
	}

	/** @param mixed $post_or_order a `WP_Post` on the legacy screen, a `WC_Order` under HPOS. */
	public function render( mixed $post_or_order ): void {
		$order = $post_or_order instanceof \WP_Post ? wc_get_order( $post_or_order->ID ) : $post_or_order;
		if ( ! $order instanceof \WC_Order || $order->get_id() === 0 ) {
			return;
		}
		if ( in_array( $order->get_status( 'edit' ), self::UNPLACED, true ) ) {
			printf( '<p>%s</p>', esc_html__( 'Documents can be made once the order is placed.', 'orderinvoicer' ) );
			return;
		}
		try {
			$this->sql->in_one_moment( fn () => $this->render_order( $order ) );
		} catch ( DatabaseRefused ) {
			printf(
				'<p>%s</p>',
				esc_html__( 'The database did not answer. Load the page again in a moment.', 'orderinvoicer' )
			);
		}
		Help::print_link( HelpTopic::OrderBox, __( 'Help with this box', 'orderinvoicer' ) );
	}

	/** @return OrderBoxAnswer as it is by now. */
	public function answer( \WC_Order $order, OrderSheet $sheet ): array {
		return $this->sql->in_one_moment( fn (): array => $this->view->view( $order, $sheet ) );
	}

	private function render_order( \WC_Order $order ): void {
		$sheet = $this->sheets->read( $order->get_id() );
		$box   = $this->view->view( $order, $sheet );
		echo '<div id="orderinvoicer-order-sheet" class="orderinvoicer-sheet">';
		self::print_text( $box );
		echo '</div>';
		if ( $this->script->is_built() ) {
			$this->script->enqueue();
			$shown = [
				'order_id' => $order->get_id(),
				'moves'    => $sheet->is_moving(),
				'lines'    => $this->sheet_view->lines( $sheet ),
				'history'  => $sheet->rows !== [],
				'box'      => $box,
			];
			printf(
				'<noscript><p>%1$s</p></noscript><div id="orderinvoicer-order-live" data-sheet="%2$s"></div>',
				esc_html__( 'What can be done here needs JavaScript.', 'orderinvoicer' ),
				// esc_attr() leaves `&quot;` in a name as it is, which would end a string for the script.
				esc_attr( (string) wp_json_encode( $shown, JSON_HEX_AMP ) )
			);
			$this->preview->render( $order, new OrderRows( $sheet->rows ) );
		}
	}

	/**
	 * As text and links: what is read until src/order-meta-box has drawn it, and without JavaScript.
	 *
	 * @param OrderBoxAnswer $box
	 */
	private static function print_text( array $box ): void {
		self::print_all( $box['notes'] );
		foreach ( $box['elsewhere'] as $one ) {
			printf(
				'<p>%1$s <a href="%2$s">%3$s</a></p>',
				esc_html__( 'Already made outside this plugin:', 'orderinvoicer' ),
				esc_url( $one['url'] ),
				esc_html( $one['what'] )
			);
		}
		foreach ( $box['groups'] as $group ) {
			printf(
				'<section class="orderinvoicer-document%s">',
				esc_attr( ( $group[0]['is_below'] ?? false ) ? ' is-below' : '' )
			);
			array_map( self::print_row( ... ), $group );
			echo '</section>';
		}
		if ( $box['to_come'] !== [] ) {
			printf(
				'<section class="orderinvoicer-outlook"><h3>%s</h3><dl>',
				esc_html__( 'What comes next', 'orderinvoicer' )
			);
			foreach ( $box['to_come'] as $one ) {
				printf( '<dt>%1$s</dt><dd>', esc_html( $one['what'] ) );
				self::print_said( $one['text'], $one['setting'] );
				echo '</dd>';
			}
			echo '</dl></section>';
		}
		self::print_all( $box['hints'] );
	}

	/** @param BoxRowAnswer $row */
	private static function print_row( array $row ): void {
		if ( $row['badge'] === null ) {
			self::print_all( [ $row['title'] ] );
		} else {
			printf(
				'<h3>%1$s <span class="orderinvoicer-badge is-%2$s">%3$s</span></h3>',
				esc_html( $row['title'] ),
				esc_attr( $row['badge']['look'] ),
				esc_html( $row['badge']['text'] )
			);
		}
		self::print_document( $row );
		self::print_all( $row['says'] );
		self::print_said( $row['problem'], $row['setting'] );
		self::print_all(
			[
				...array_column( $row['offers'], 'why_not' ),
				...array_column( $row['parts'], 'note' ),
			]
		);
	}

	/** @param BoxRowAnswer $row */
	private static function print_document( array $row ): void {
		if ( $row['link'] !== null ) {
			printf(
				'<p><a href="%1$s">%2$s</a>',
				esc_url( $row['link']['url'] ),
				esc_html( $row['link']['text'] )
			);
			if ( $row['link']['date'] !== '' ) {
				echo ' · ', esc_html( $row['link']['date'] );
			}
			if ( $row['link']['pdf'] !== '' ) {
				printf(
					' · <a href="%1$s" aria-label="%2$s">PDF</a>',
					esc_url( $row['link']['pdf'] ),
					esc_attr( "PDF, {$row['link']['text']}" )
				);
			}
			echo '</p>';
		}
		if ( $row['figures'] !== [] ) {
			printf(
				'<table class="orderinvoicer-figures"><caption class="screen-reader-text">%s</caption><tbody>',
				esc_html( $row['link']['text'] ?? $row['title'] )
			);
			foreach ( $row['figures'] as $figure ) {
				printf(
					'<tr><th scope="row">%1$s</th><td>%2$s</td></tr>',
					esc_html( $figure['what'] ),
					esc_html( $figure['amount'] )
				);
			}
			echo '</tbody></table>';
		}
	}

	/** With the way to the setting that it is about. */
	private static function print_said( string $text, string $setting ): void {
		if ( $text !== '' ) {
			printf( '<p>%s', esc_html( $text ) );
			if ( $setting !== '' ) {
				printf(
					' <a href="%1$s">%2$s</a>',
					esc_url( $setting ),
					esc_html__( 'Open this setting', 'orderinvoicer' )
				);
			}
			echo '</p>';
		}
	}

	/** @param list<string> $sentences */
	private static function print_all( array $sentences ): void {
		foreach ( $sentences as $sentence ) {
			if ( $sentence !== '' ) {
				printf( '<p>%s</p>', esc_html( $sentence ) );
			}
		}
	}
}
