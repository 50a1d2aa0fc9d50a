<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RememberedCustomer;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WordPress\Secrets\SaltedFingerprints;
use OrderInvoicer\WordPress\System\SystemClock;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\WpdbCustomerLinks;
use OrderInvoicer\WordPress\Tables\WpdbCustomerMemory;

final class WpdbCustomerMemoryTest extends IntegrationTestCase {

	private WpdbCustomerMemory $memory;
	private CustomerRef $company;

	protected function setUp(): void {
		parent::setUp();
		$this->memory  = new WpdbCustomerMemory( new Sql( $GLOBALS['wpdb'] ), new SystemClock() );
		$this->company = new CustomerRef( CustomerType::Company, 40 );
	}

	private function memory( string $spelling, ?CustomerRef $ref, string $who = 'C5' ): RememberedCustomer {
		return new RememberedCustomer(
			who: $who,
			type: CustomerType::Company,
			spelling: $spelling,
			number: '732829320',
			ref: $ref,
			origin: 'customer_created',
			order_id: 9,
			name: 'n',
			form: 'sas',
			first_name: 'f',
			postcodes: [ 'a', 'b' ],
			turn: 2
		);
	}

	public function test_what_is_remembered_is_read_back(): void {
		$this->memory->remember( 'acc', $this->memory( 's1', $this->company ) );
		self::assertEquals( [ $this->memory( 's1', $this->company ) ], $this->memory->of_shopper( 'acc', 'C5' ) );
		self::assertEquals(
			[ $this->memory( 's1', $this->company ) ],
			$this->memory->of_customer( 'acc', $this->company )
		);
		self::assertSame(
			[ [], [], [] ],
			[
				$this->memory->of_shopper( 'acc', 'C' ),
				$this->memory->of_shopper( 'acc', 'C55' ),
				$this->memory->of_shopper( 'other', 'C5' ),
			]
		);
	}

	public function test_each_spelling_is_kept_once(): void {
		$this->memory->remember( 'acc', $this->memory( 's1', null ) );
		$this->memory->remember( 'acc', $this->memory( 's1', $this->company ) );
		$this->memory->remember( 'acc', $this->memory( 's2', $this->company ) );
		self::assertCount( 2, $this->memory->of_shopper( 'acc', 'C5' ) );
	}

	public function test_one_who_is_gone_is_forgotten_everywhere_and_its_turn_stays_taken(): void {
		$this->memory->remember( 'acc', $this->memory( 's1', $this->company ) );
		$this->memory->remember( 'acc', $this->memory( 's1', $this->company, 'C6' ) );
		$this->memory->remember_number( 'acc', '732829320', $this->company );
		$this->memory->remember_number( 'acc', '732829320', $this->company );
		self::assertEquals( [ $this->company ], $this->memory->of_number( 'acc', '732829320' ) );

		$this->memory->forget( 'acc', $this->company );

		$left = [ ...$this->memory->of_shopper( 'acc', 'C5' ), ...$this->memory->of_shopper( 'acc', 'C6' ) ];
		self::assertSame(
			[ [ null, 2 ], [ null, 2 ] ],
			array_map( static fn ( RememberedCustomer $memory ): array => [ $memory->ref, $memory->turn ], $left )
		);
		self::assertSame( [], $this->memory->of_number( 'acc', '732829320' ) );
	}

	public function test_what_the_owner_forgets_leaves_its_turn_and_nothing_else(): void {
		$sql   = new Sql( $GLOBALS['wpdb'] );
		$owner = new WpdbCustomerLinks( $sql, new SystemClock() );
		foreach ( [ 's1', 's2' ] as $spelling ) {
			$this->memory->remember( 'acc', $this->memory( $spelling, $this->company ) );
		}
		$id = (int) $GLOBALS['wpdb']->get_var(
			"SELECT id FROM {$GLOBALS['wpdb']->prefix}orderinvoicer_links WHERE local_key LIKE 'C5:%' LIMIT 1"
		);
		self::assertTrue( $owner->forget( 'acc', $id ) );
		self::assertSame(
			[ [ null, '', '', [], 2 ], [ null, '', '', [], 2 ] ],
			array_map(
				static fn ( RememberedCustomer $memory ): array =>
					[ $memory->ref, $memory->name, $memory->first_name, $memory->postcodes, $memory->turn ],
				$this->memory->of_shopper( 'acc', 'C5' )
			)
		);
	}

	public function test_fingerprints_are_keyed_by_the_site(): void {
		$one = new SaltedFingerprints();
		self::assertSame( $one->fingerprint( 'Alpha' ), $one->fingerprint( 'Alpha' ) );
		self::assertNotSame( $one->fingerprint( 'Alpha' ), $one->fingerprint( 'Beta' ) );
		self::assertNotSame( substr( hash( 'sha256', 'Alpha' ), 0, 32 ), $one->fingerprint( 'Alpha' ) );
	}
}
