<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Domain\Account\Site;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Seen\Round;
use OrderInvoicer\Domain\Work\ListLook;
use OrderInvoicer\Features\TalkBack\Rules\Looks;
use OrderInvoicer\Features\TalkBack\Rules\PaymentsLook;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Wiring\Adapters;

final class OptionLooksTest extends IntegrationTestCase {

	private Site $site;

	private Looks $looks;

	protected function setUp(): void {
		parent::setUp();
		$adapters = new Adapters( $GLOBALS['wpdb'] );
		$this->site  = $adapters->site();
		$this->looks = new Looks( $adapters->kept_values(), $this->site );
		$this->site->remember( 'shop.example.com', 'account-a', new \DateTimeImmutable() );
	}

	public function test_each_look_comes_back_as_it_was_kept(): void {
		$at    = new \DateTimeImmutable( '@1772445600' );
		$begun = ( new ListLook() )->begun( $at );
		$again = $begun->read_until( 'a' )->again();
		self::assertNotNull( $again );
		$kept = [
			$begun,
			$begun->read_until( 'with a space' ),
			$again,
			$begun->read_until( '' ),
			$begun->ended(),
		];
		$was  = new ListLook();
		foreach ( $kept as $to ) {
			self::assertTrue( $this->move( $was, $to ) );
			self::assertEquals( $to, $this->looks->round( DocumentKind::Invoice, Round::Open ) );
			$was = $to;
		}
		self::assertFalse( $this->move( $begun, $begun->read_until( 'b' ) ), 'It is another by now.' );
		self::assertFalse( $this->move( new ListLook(), $begun ), 'Somebody has begun it.' );
		self::assertEquals( new ListLook(), $this->looks->round( DocumentKind::Invoice, Round::Old ) );

		$payments = ( new PaymentsLook() )->begun( 7, $at );
		self::assertTrue( $this->looks->move_payments( new PaymentsLook(), $payments ) );
		$further = $payments->read_until( 'with a space', 9, $at );
		self::assertTrue( $this->looks->move_payments( $payments, $further ) );
		self::assertEquals( $further, $this->looks->payments() );
	}

	/** Else the documents of the account in between would be looked for in this one, and be missing. */
	public function test_back_in_a_former_account_all_looks_begin_anew(): void {
		$at     = new \DateTimeImmutable( '@1772445600' );
		$in_a   = ( new PaymentsLook() )->begun( 7, $at );
		$around = ( new ListLook() )->begun( $at );
		self::assertTrue( $this->looks->move_payments( new PaymentsLook(), $in_a ) );
		self::assertTrue( $this->move( new ListLook(), $around ) );

		$this->site->remember( 'shop.example.com', 'account-b', new \DateTimeImmutable() );
		self::assertEquals( new PaymentsLook(), $this->looks->payments() );
		$in_b  = ( new PaymentsLook() )->begun( 9, $at );
		$later = $in_a->read_until( 'a', 8, $at );
		self::assertFalse( $this->looks->move_payments( $in_a, $later ), 'A pass that began in the former.' );
		self::assertTrue( $this->looks->move_payments( new PaymentsLook(), $in_b ) );
		self::assertTrue( $this->move( new ListLook(), $around ) );

		$this->site->remember( 'shop.example.com', 'account-a', new \DateTimeImmutable() );
		self::assertEquals( new PaymentsLook(), $this->looks->payments() );
		self::assertEquals( new ListLook(), $this->looks->round( DocumentKind::Invoice, Round::Open ) );
	}

	private function move( ListLook $was, ListLook $to ): bool {
		return $this->looks->move_round( DocumentKind::Invoice, Round::Open, $was, $to );
	}
}
