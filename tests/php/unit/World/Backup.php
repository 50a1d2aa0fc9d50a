<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World;

/** The shop's database at one moment, to be put back later. What Sellsy holds stays. */
final class Backup {

	/** @var list<array{object, \ReflectionProperty, mixed}> */
	private array $values = [];

	/** What of it is ours. */
	public static function of( World $world ): self {
		$backup = new self();
		$backup->keep( $world->shop, 'urls' );
		$backup->keep_whole( $world->ledger, $world->links, $world->kept, $world->pauses );
		return $backup;
	}

	/** With the orders, and with what was seen of documents. */
	public static function of_all( World $world ): self {
		$backup = self::of( $world );
		foreach ( [ 'orders', 'refunds', 'changed', 'paid', 'notes', 'problems' ] as $property ) {
			$backup->keep( $world->shop, $property );
		}
		$backup->keep_whole( $world->report, $world->seen, $world->changed_orders, $world->memory );
		return $backup;
	}

	private function keep_whole( object ...$all ): void {
		foreach ( $all as $kept ) {
			foreach ( ( new \ReflectionObject( $kept ) )->getProperties() as $property ) {
				if ( ! $property->isReadOnly() ) {
					$this->keep( $kept, $property->getName() );
				}
			}
		}
	}

	private function keep( object $kept, string $name ): void {
		$property       = new \ReflectionProperty( $kept, $name );
		$this->values[] = [ $kept, $property, $property->getValue( $kept ) ];
	}

	public function put_back(): void {
		foreach ( $this->values as [ $kept, $property, $value ] ) {
			$property->setValue( $kept, $value );
		}
	}
}
