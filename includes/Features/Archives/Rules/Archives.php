<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Archives\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Domain\System\KeptValues;

/** One for each person who asked, in one option that only those who use it read. */
final class Archives {

	public const OPTION = 'orderinvoicer_archives';

	/** Two runners and a person may change it at once. */
	private const TURNS = 20;

	public function __construct( private readonly KeptValues $values ) {}

	/** @return array<int, Archive> by user. */
	public function all(): array {
		return self::read( $this->values->get( self::OPTION ) );
	}

	/**
	 * @param \Closure( ?Archive ): ?Archive $change of what is there then; null takes it away.
	 * @return Archive|null as it is afterwards.
	 */
	public function change( int $user_id, \Closure $change ): ?Archive {
		for ( $turn = 0; $turn < self::TURNS; $turn++ ) {
			$stored = $this->values->get( self::OPTION );
			$all    = self::read( $stored );
			$before = $all[ $user_id ] ?? null;
			$after  = $change( $before );
			unset( $all[ $user_id ] );
			$all += $after === null ? [] : [ $user_id => $after ];
			if ( $after === $before || $this->values->swap( self::OPTION, $stored, (string) json_encode( $all ) ) ) {
				return $after;
			}
		}
		throw new \RuntimeException( 'Others changed the archives all the time.' );
	}

	/** @return array<int, Archive> */
	private static function read( string $stored ): array {
		$all      = json_decode( $stored, true );
		$archives = [];
		foreach ( is_array( $all ) ? $all : [] as $user_id => $one ) {
			if ( is_int( $user_id ) && is_array( $one ) ) {
				$archives[ $user_id ] = Archive::read( new Values( $one ) );
			}
		}
		return $archives;
	}
}
