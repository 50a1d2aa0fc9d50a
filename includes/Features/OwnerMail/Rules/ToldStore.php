<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\OwnerMail\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\KeptValues;

/**
 * What was told, shared by every runner.
 *
 * One option, changed only by who has read it last: so two runners never tell the same. Moments are seconds.
 */
final class ToldStore {

	public const OPTION = 'orderinvoicer_told';

	private string $read = '';

	public function __construct( private readonly KeptValues $values ) {}

	/** What cannot be read was never told. */
	public function read(): Told {
		$this->read = $this->values->get( self::OPTION );
		$stored     = json_decode( $this->read, true );
		$stored     = is_array( $stored ) ? $stored : [];
		$digest     = $stored['digest'] ?? '';
		return new Told(
			$this->causes( $stored['causes'] ?? [] ),
			is_string( $digest ) ? $digest : '',
			self::moment( $stored['held'] ?? 0 )
		);
	}

	/**
	 * True where nobody else has written since it was read here; otherwise nothing is kept. What is kept already costs
	 * nothing.
	 */
	public function keep( Told $told ): bool {
		$causes = array_map(
			static fn ( ToldCause $cause ): array => [
				$cause->since->getTimestamp(),
				$cause->gone_at?->getTimestamp() ?? 0,
			],
			$told->causes
		);
		$value  = (string) json_encode(
			[
				'causes' => $causes,
				'digest' => $told->digest,
				'held'   => $told->held_until?->getTimestamp() ?? 0,
			]
		);
		$kept   = $value === $this->read || $this->values->swap( self::OPTION, $this->read, $value );
		if ( $kept ) {
			$this->read = $value;
		}
		return $kept;
	}

	/** @return array<string, ToldCause> */
	private function causes( mixed $stored ): array {
		$causes = [];
		foreach ( is_array( $stored ) ? $stored : [] as $key => $moments ) {
			$since = is_array( $moments ) ? self::moment( $moments[0] ?? 0 ) : null;
			if ( $since !== null && is_array( $moments ) ) {
				$causes[ (string) $key ] = new ToldCause( $since, self::moment( $moments[1] ?? 0 ) );
			}
		}
		return $causes;
	}

	private static function moment( mixed $stored ): ?\DateTimeImmutable {
		return is_int( $stored ) && $stored > 0 ? new \DateTimeImmutable( "@$stored" ) : null;
	}
}
