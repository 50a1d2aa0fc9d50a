<?php

declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Log;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Utilities\LoggingUtil;
use OrderInvoicer\WordPress\Tables\Sql;

/** The newest lines of our part of WooCommerce's log, wherever the shop keeps it: in files, or in the database. */
final class LogTail {

	/** The end of a file that holds more than enough lines. */
	private const BYTES = 65536;

	public function __construct( private readonly Sql $sql ) {}

	/** @return list<string> oldest first. */
	public function lines( int $most ): array {
		if ( ! class_exists( LoggingUtil::class ) ) {
			return [];
		}
		$lines = is_a( LoggingUtil::get_default_handler(), \WC_Log_Handler_DB::class, true )
			? $this->of_database( $most )
			: $this->of_files( $most );
		return array_slice( $lines, -$most );
	}

	/** @return list<string> */
	private function of_files( int $most ): array {
		$files = glob( LoggingUtil::get_log_directory( false ) . WcLogger::SOURCE . '-*.log' );
		$files = $files === false ? [] : $files;
		usort(
			$files,
			static fn ( string $one, string $other ): int => (int) filemtime( $other ) <=> (int) filemtime( $one )
		);
		$lines = [];
		foreach ( $files as $file ) {
			$lines = [ ...$this->end_of( $file ), ...$lines ];
			if ( count( $lines ) >= $most ) {
				break;
			}
		}
		return $lines;
	}

	/** @return list<string> */
	private function end_of( string $file ): array {
		$size = (int) filesize( $file );
		// A local file, its end only.
		// phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents
		$text  = (string) file_get_contents( $file, false, null, max( 0, $size - self::BYTES ) );
		$lines = explode( "\n", trim( $text ) );
		// Where the file is longer, the first line is a part of one.
		return array_values(
			array_filter(
				$size > self::BYTES ? array_slice( $lines, 1 ) : $lines,
				static fn ( string $line ): bool => $line !== ''
			)
		);
	}

	/** @return array<mixed> what other code wrote under our name makes no object here. */
	private static function context( string $stored ): array {
		// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.serialize_unserialize -- WooCommerce writes it so.
		$context = is_serialized( $stored ) ? unserialize( $stored, [ 'allowed_classes' => false ] ) : [];
		return is_array( $context ) ? $context : [];
	}

	/** @return list<string> */
	private function of_database( int $most ): array {
		$rows  = $this->sql->rows(
			'SELECT timestamp, level, message, context FROM %i WHERE source = %s ORDER BY log_id DESC LIMIT %d',
			[ $this->sql->table( 'woocommerce_log' ), WcLogger::SOURCE, $most ]
		);
		$lines = [];
		foreach ( array_reverse( $rows ) as $row ) {
			$level   = strtoupper( (string) \WC_Log_Levels::get_severity_level( (int) ( $row['level'] ?? 0 ) ) );
			$context = array_diff_key( self::context( $row['context'] ?? '' ), [ 'source' => true ] );
			$lines[] = ( $row['timestamp'] ?? '' ) . " $level " . ( $row['message'] ?? '' )
				. ( $context === [] ? '' : ' CONTEXT: ' . wp_json_encode( $context, JSON_UNESCAPED_SLASHES ) );
		}
		return $lines;
	}
}
