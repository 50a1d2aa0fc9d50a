<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World;

/** The shop's database at one moment, to be put back later. What Sellsy holds stays. */
final class Backup {

	/** @var list<array{object, \ReflectionProperty, mixed}> */
	private array $values = [];

	public static function of( World $world ): self {
		$backup           = new self();
		$backup->values[] = [ $world->shop, new \ReflectionProperty( $world->shop, 'urls' ), $world->shop->urls ];
		foreach ( [ $world->ledger, $world->links, $world->gaps, $world->pauses ] as $kept ) {
			foreach ( ( new \ReflectionObject( $kept ) )->getProperties() as $property ) {
				if ( ! $property->isReadOnly() ) {
					$backup->values[] = [ $kept, $property, $property->getValue( $kept ) ];
				}
			}
		}
		return $backup;
	}

	public function put_back(): void {
		foreach ( $this->values as [ $kept, $property, $value ] ) {
			$property->setValue( $kept, $value );
		}
	}
}
