<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Faults;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Integration\ShopMails;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Assert;

/** A paid order whose e-mail of WooCommerce waits for the invoice: it leaves once, or a person is asked. */
final class HeldOrder extends Scene {

	private const EMAIL = 'customer_processing_order';

	/** @var array<string, int> by address. */
	private static array $left = [];

	/** @return array<string, mixed> */
	public function settings(): array {
		return [
			'shopper'         => [ 'kinds' => [ 'invoice' ] ],
			'customer_emails' => [
				'emails'    => [ self::EMAIL ],
				'documents' => 'wait',
			],
		];
	}

	public function open(): void {
		parent::open();
		ShopMails::make_anew();
		do_action( Wakeups::SWEEP ); // Passes come: otherwise nothing is held.
		remove_filter( 'pre_wp_mail', [ self::class, 'count' ] );
		add_filter( 'pre_wp_mail', [ self::class, 'count' ], 10, 2 );
	}

	/** @param array<string, mixed> $mail */
	public static function count( mixed $answer, array $mail ): bool {
		$to                = is_string( $mail['to'] ) ? $mail['to'] : '';
		self::$left[ $to ] = ( self::$left[ $to ] ?? 0 ) + 1;
		return true;
	}

	protected function stage(): void {
		$this->order = $this->new_order( [ 'TASSE-01' => [ 3, '24.97' ] ] );
		Assert::assertNotNull( $this->shop->find( $this->order, Effect::HeldEmail, self::EMAIL ), 'It waits.' );
		Assert::assertSame( 0, $this->left() );
	}

	protected function assert_right( string $when ): void {
		$row = $this->shop->find( $this->order, Effect::HeldEmail, self::EMAIL );
		Assert::assertCount( 1, $this->made( 'invoices' ), $when );
		if ( $row?->state === TaskState::Attention ) {
			Assert::assertSame( ProblemCode::SendUnknown, $row->problem?->code, $when );
			Assert::assertLessThanOrEqual( 1, $this->left(), $when );
			return;
		}
		Assert::assertSame( [ TaskState::Done, 1 ], [ $row?->state, $this->left() ], $when );
	}

	private function left(): int {
		return self::$left[ $this->order->get_billing_email() ] ?? 0;
	}
}
