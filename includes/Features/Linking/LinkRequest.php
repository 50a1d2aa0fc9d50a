<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Linking;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\OrderSheet\BoxForm;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Features\Linking\Rules\LinkDocument;
use OrderInvoicer\Features\Linking\Rules\LinkProposal;
use OrderInvoicer\Features\Linking\Rules\LinkTarget;

/**
 * What the panel of `LinkPart` posts and is asked: look for a document, link the one that was shown. Its fields stand
 * inside WooCommerce's own form, and belong to a form of ours that is printed behind it.
 */
final class LinkRequest {

	/** What is posted to admin-post.php. */
	public const ACTION = 'orderinvoicer_link';

	/** Where the panel stands in the page. */
	public const PANEL = 'orderinvoicer-link';

	private const TARGET = 'orderinvoicer_link';
	private const TYPED  = 'orderinvoicer_number';
	private const NONCE  = 'orderinvoicer_look';

	private readonly BoxForm $form;

	public function __construct(
		private readonly LinkDocument $link,
		private readonly Logger $logger,
	) {
		$this->form = new BoxForm( self::ACTION );
	}

	public function register(): void {
		$this->form->register( [ $this, 'handle_admin_post' ] );
	}

	/** The order's screen with the panel open for this; nothing is asked of Sellsy yet. */
	public static function url( \WC_Order $order, LinkTarget $target ): string {
		return add_query_arg( self::TARGET, $target->text(), $order->get_edit_order_url() ) . '#' . self::PANEL;
	}

	/** The panel is in use: the box is not to be redrawn under a person. */
	public static function is_open(): bool {
		return self::asked( self::TARGET ) !== '';
	}

	/** @param list<LinkTarget> $offered */
	public function target( array $offered ): ?LinkTarget {
		$asked = self::asked( self::TARGET );
		foreach ( $offered as $target ) {
			if ( $target->text() === $asked ) {
				return $target;
			}
		}
		return null;
	}

	public function typed(): string {
		return trim( self::asked( self::TYPED ) );
	}

	/** The button was pressed by this person, a moment ago. */
	public function is_looking( int $order_id ): bool {
		return wp_verify_nonce( self::asked( self::NONCE ), self::NONCE . '_' . $order_id ) !== false;
	}

	/** @param non-empty-list<array{string, string}> $options value and label. */
	public function print_fields( array $options, ?LinkTarget $chosen ): void {
		printf(
			'<p><label>%1$s<br><select form="%2$s" name="target" style="max-width: 100%%">',
			esc_html__( 'What it is', 'orderinvoicer' ),
			esc_attr( $this->form->id() )
		);
		foreach ( $options as [ $value, $label ] ) {
			printf(
				'<option value="%1$s"%2$s>%3$s</option>',
				esc_attr( $value ),
				$chosen?->text() === $value ? ' selected' : '',
				esc_html( $label )
			);
		}
		printf(
			'</select></label></p><p><label>%1$s<br><input type="text" form="%2$s" name="typed" value="%3$s"'
				. ' maxlength="%4$d" autocomplete="off" style="width: 100%%"></label></p>',
			esc_html__(
				'Its number, or the address of its page in Sellsy. Leave it empty to see this customer’s latest documents.',
				'orderinvoicer'
			),
			esc_attr( $this->form->id() ),
			esc_attr( $this->typed() ),
			absint( LinkSearch::LONGEST )
		);
		printf(
			'<p><button type="submit" class="button" form="%1$s" formnovalidate>%2$s</button></p>',
			esc_attr( $this->form->id() ),
			esc_html__( 'Look for it in Sellsy', 'orderinvoicer' )
		);
	}

	/** Carries what was shown, so that nothing else is linked by it. */
	public function print_button( LinkProposal $proposal, string $label ): void {
		printf(
			'<p><button type="submit" class="button button-primary" form="%1$s" name="link" value="%2$s"'
				. ' formnovalidate style="white-space: normal">%3$s</button></p>',
			esc_attr( $this->form->id() ),
			esc_attr( "{$proposal->target->text()}:{$proposal->document->id}:{$proposal->mark()}" ),
			esc_html( $label )
		);
	}

	public function print_form_later( int $order_id ): void {
		$this->form->print_later( $order_id );
	}

	public function handle_admin_post(): void {
		$order = $this->form->order();
		if ( BoxForm::posted( 'link' ) === '' ) {
			$this->form->go( $this->looking( $order ) );
			return;
		}
		$why  = $this->linked( $order );
		$part = $why === '' ? 'orderinvoicer-order' : self::PANEL;
		$this->form->go( $order->get_edit_order_url() . "#$part", $why );
	}

	private function looking( \WC_Order $order ): string {
		$asked = [
			self::TARGET => rawurlencode( BoxForm::posted( 'target' ) ),
			self::TYPED  => rawurlencode( mb_substr( BoxForm::posted( 'typed' ), 0, LinkSearch::LONGEST ) ),
			self::NONCE  => wp_create_nonce( self::NONCE . '_' . $order->get_id() ),
		];
		return add_query_arg( $asked, $order->get_edit_order_url() ) . '#' . self::PANEL;
	}

	/** @return string why nothing was linked; empty once it is. */
	private function linked( \WC_Order $order ): string {
		[ $target, $id, $mark ] = explode( ':', BoxForm::posted( 'link' ) . '::' );
		$target                 = LinkTarget::read( $target );
		try {
			$row = $target === null || (int) $id === 0
				? null
				: $this->link->link( $order->get_id(), $target, (int) $id, $mark );
		} catch ( RemoteFailure ) {
			return __(
				'Order Invoicer: nothing was linked, because Sellsy did not answer. Try again in a moment.',
				'orderinvoicer'
			);
		} catch ( \Throwable $error ) {
			$this->logger->error( 'A document could not be linked.', [], $error );
			return BoxForm::failed();
		}
		return $row === null
			? __( 'Order Invoicer: nothing was linked. The document, or the order, has changed since you looked: look again.', 'orderinvoicer' )
			: '';
	}

	private static function asked( string $name ): string {
		// phpcs:disable WordPress.Security.NonceVerification.Recommended -- is_looking() checks before Sellsy is asked.
		return isset( $_GET[ $name ] ) && is_string( $_GET[ $name ] )
			? mb_substr( sanitize_text_field( wp_unslash( $_GET[ $name ] ) ), 0, LinkSearch::LONGEST )
			: '';
		// phpcs:enable
	}
}
