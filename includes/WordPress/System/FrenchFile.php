<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\System;

defined( 'ABSPATH' ) || exit;

/**
 * Our French is that of France. Canada, Belgium, Switzerland and other French-speaking places get it too, unless there
 * is a file of their own: in this folder, or among those of WordPress.
 */
final class FrenchFile {

	private const DOMAIN  = 'orderinvoicer';
	private const FRENCH  = '/^orderinvoicer-fr(?:_[A-Za-z_]+)?((?:-[0-9a-f]{32})?\.(?:mo|json))$/D';
	private const INSTEAD = 'orderinvoicer-fr_FR';

	/** @param string $languages our folder, with a slash at its end. */
	public function __construct( private readonly string $languages ) {}

	public function register(): void {
		add_filter(
			'load_textdomain_mofile',
			fn ( mixed $file, mixed $domain ): mixed =>
				$domain === self::DOMAIN && is_string( $file ) ? $this->texts( $file ) : $file,
			accepted_args: 2
		);
		add_filter(
			'load_script_translation_file',
			fn ( mixed $file, mixed $handle, mixed $domain ): mixed =>
				$domain === self::DOMAIN && is_string( $file ) ? $this->of_script( $file ) : $file,
			accepted_args: 3
		);
	}

	/** @param string $file a `.mo`; WordPress reads the `.l10n.php` beside it first. */
	public function texts( string $file ): string {
		return is_readable( $file ) || is_readable( substr( $file, 0, -2 ) . 'l10n.php' )
			? $file
			: $this->of_france( $file );
	}

	/** @param string $file a `.json`. */
	public function of_script( string $file ): string {
		return is_readable( $file ) || is_readable( self::of_wordpress( $file ) ) ? $file : $this->of_france( $file );
	}

	private static function of_wordpress( string $file ): string {
		$folder = constant( 'WP_LANG_DIR' );
		return ( is_string( $folder ) ? $folder : '' ) . '/plugins/' . basename( $file );
	}

	private function of_france( string $file ): string {
		return preg_match( self::FRENCH, basename( $file ), $found ) === 1
			? $this->languages . self::INSTEAD . $found[1]
			: $file;
	}
}
