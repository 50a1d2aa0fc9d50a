<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Items;

use OrderInvoicer\Domain\Items\FindItem;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** What is remembered of the owner's catalogue: until the owner, or Sellsy, says otherwise. */
final class FindItemTest extends TestCase {

	private World $world;
	private FindItem $find;

	protected function setUp(): void {
		$this->world = new World();
		$this->find  = $this->world->engine->find_item();
	}

	public function test_an_item_is_known_until_it_is_forgotten(): void {
		$item = $this->world->items->has_item( 'MUG' );
		self::assertNull( $this->find->known( [ 'MUG' ] ) );
		$this->find->usable( $item, 'MUG' );
		self::assertSame( $item->ref->id, $this->find->known( [ 'MUG' ] )?->id );
		$this->find->forget( [ 'BOWL' ] );
		self::assertNotNull( $this->find->known( [ 'MUG' ] ) );
		$this->find->forget( [ 'MUG' ] );
		self::assertNull( $this->find->known( [ 'MUG' ] ) );
	}

	public function test_a_declination_is_forgotten_and_its_parents_item_is_not(): void {
		$item = $this->variation();
		$this->find->forget( [ 'SHIRT-M', 'SHIRT' ] );
		self::assertNull( $this->find->known( [ 'SHIRT-M', 'SHIRT' ] ) );
		self::assertSame( $item, $this->find->known( [ 'SHIRT' ] )?->id );
	}

	public function test_what_stands_at_sellsy_is_not_forgotten(): void {
		$item = $this->variation();
		self::assertFalse( $this->find->forget_gone( [ 'BOWL' ] ), 'Nothing is known of it.' );
		self::assertFalse( $this->find->forget_gone( [ 'SHIRT' ] ) );
		self::assertFalse( $this->find->forget_gone( [ 'SHIRT-M', 'SHIRT' ] ) );
		self::assertSame( $item, $this->find->known( [ 'SHIRT-M', 'SHIRT' ] )?->id );
	}

	public function test_a_declination_that_is_gone_is_forgotten(): void {
		$this->world->items->declined[ $this->variation() ] = [];
		self::assertTrue( $this->find->forget_gone( [ 'SHIRT-M', 'SHIRT' ] ) );
		self::assertNull( $this->find->known( [ 'SHIRT-M', 'SHIRT' ] ) );
		self::assertNotNull( $this->find->known( [ 'SHIRT' ] ) );
	}

	public function test_with_the_parents_item_all_are_forgotten(): void {
		unset( $this->world->sellsy->items[ $this->variation() ] );
		self::assertTrue( $this->find->forget_gone( [ 'SHIRT-M', 'SHIRT' ] ) );
		self::assertNull( $this->find->known( [ 'SHIRT' ] ) );
	}

	/** @return int id of the parent's item. */
	private function variation(): int {
		$item = $this->world->items->has_item( 'SHIRT' );
		$this->find->usable( $item, 'SHIRT' );
		$this->world->items->has_declination( $item, 'SHIRT-M' );
		self::assertNotSame( [ null, false ], [ $this->find->declination( [ 'SHIRT-M', 'SHIRT' ] ) ] );
		return $item->ref->id;
	}
}
