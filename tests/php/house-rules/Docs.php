<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\HouseRules;

/** What the pages for people name: paths, classes, methods and each other. */
final class Docs {

	private const ROOT = __DIR__ . '/../../../';

	private const PAGES = [ '*.md', 'docs/*.md', 'docs/decisions/*.md', 'readme.txt' ];

	/** Folders of the repository whose paths are written in full; all others are below includes/. */
	private const FOLDERS = [ 'docs', 'src', 'tests', 'tools', 'languages', '.github', '.ci', 'includes', 'build' ];

	/** Names of others that are written like a class. */
	private const NO_CLASSES = [ 'WordPress', 'WooCommerce', 'TypeScript' ];

	/** @var array<string, list<string>> texts of the files that are called so, without their ending. */
	private array $files = [];

	public function __construct() {
		foreach ( [ 'includes', 'tests', 'src', 'tools' ] as $folder ) {
			$below = new \RecursiveDirectoryIterator( self::ROOT . $folder, \FilesystemIterator::SKIP_DOTS );
			foreach ( new \RecursiveIteratorIterator( $below ) as $file ) {
				if ( $file instanceof \SplFileInfo && preg_match( '/\.(php|tsx?)$/', $file->getFilename() ) === 1 ) {
					$this->files[ explode( '.', $file->getFilename() )[0] ][] = $file->getPathname();
				}
			}
		}
	}

	/** @return array<string, string> text by path. */
	public static function pages(): array {
		$pages = [];
		foreach ( self::PAGES as $pattern ) {
			foreach ( (array) glob( self::ROOT . $pattern ) as $file ) {
				$pages[ substr( (string) $file, strlen( self::ROOT ) ) ] = (string) file_get_contents( (string) $file );
			}
		}
		return $pages;
	}

	/** @return list<string> what a page names and nobody finds. */
	public function unknown( string $page, string $text ): array {
		preg_match_all( '/^```.*?^```/ms', $text, $drawings );
		// What follows --filter is a part of names.
		preg_match_all( '/(?<!--filter )\b[A-Z][a-z0-9]+[A-Z]\w*\b/', implode( "\n", $drawings[0] ), $drawn );
		preg_match_all( '/npm run ([\w:]+)/', $text, $scripts );
		$text = (string) preg_replace( '/^```.*?^```/ms', '', $text );
		preg_match_all( '/`([^`\n]+)`/', $text, $named );
		preg_match_all( '/\]\(([^)\s]+)\)/', $text, $links );
		preg_match_all( '#(?<![`\w/.-])(docs/[\w/-]+\.md)#', $text, $pages );
		$names = [ ...$named[1], ...$pages[1], ...$drawn[0] ];
		$lost  = [
			...array_filter( $names, fn ( string $name ): bool => ! $this->is_known( $name ) ),
			...array_filter( $links[1], fn ( string $link ): bool => ! $this->leads_somewhere( $page, $link ) ),
			...array_diff( $scripts[1], $this->scripts() ),
		];
		return array_map( static fn ( string $name ): string => "$page: $name", array_values( array_unique( $lost ) ) );
	}

	/** @return list<string> */
	private function scripts(): array {
		$text    = (string) file_get_contents( self::ROOT . 'package.json' );
		$package = json_decode( $text, true, 512, JSON_THROW_ON_ERROR );
		$scripts = is_array( $package ) ? $package['scripts'] ?? [] : [];
		return array_map( 'strval', array_keys( (array) $scripts ) );
	}

	private function is_known( string $name ): bool {
		if ( preg_match( '#^([\w.-]+/)+[\w.*-]*$#', $name ) === 1 ) {
			return $this->is_path( $name );
		}
		if ( preg_match( '#^((?:\w+/)*)([A-Z]\w*)::(\$?\w+)(\(\))?$#', $name, $member ) === 1 ) {
			$is_there = $member[1] === '' || $this->is_path( $member[1] . $member[2] );
			return $is_there && $this->holds( $member[2], $member[3] );
		}
		// Two capitals make a class name: others are words, as `Moment` is.
		return preg_match( '/^[A-Z][a-z0-9]+([A-Z0-9]\w*)$/', $name ) !== 1
			|| isset( $this->files[ $name ] )
			|| in_array( $name, self::NO_CLASSES, true )
			|| glob( self::ROOT . "includes/*/$name", GLOB_ONLYDIR ) !== [];
	}

	/** `Domain/Money`, `Domain/Money/Rounding`, `tests/fixtures/order-table.php`, `src/admin/*.tsx`. */
	private function is_path( string $name ): bool {
		$first = explode( '/', $name )[0];
		if ( ! in_array( $first, self::FOLDERS, true ) ) {
			if ( ! is_dir( self::ROOT . "includes/$first" ) ) {
				return true;
			}
			$name = "includes/$name";
		}
		$found = [ ...(array) glob( self::ROOT . rtrim( $name, '/' ) ), ...(array) glob( self::ROOT . "$name.*" ) ];
		return $first === 'build' || $found !== [];
	}

	private function holds( string $class, string $member ): bool {
		foreach ( $this->files[ $class ] ?? [] as $file ) {
			if ( preg_match( "/\b(function|const|case) $member\b/", (string) file_get_contents( $file ) ) === 1 ) {
				return true;
			}
		}
		return false;
	}

	private function leads_somewhere( string $page, string $link ): bool {
		[ $path, $anchor ] = [ ...explode( '#', $link, 2 ), '' ];
		if ( preg_match( '#^(https?:|mailto:)#', $link ) === 1 ) {
			return true;
		}
		$file = self::ROOT . ( $path === '' ? $page : ltrim( dirname( $page ) . "/$path", '/' ) );
		return file_exists( $file ) && ( $anchor === '' || in_array( $anchor, $this->anchors( $file ), true ) );
	}

	/** @return list<string> of a page's headings, as GitHub makes them. */
	private function anchors( string $file ): array {
		preg_match_all( '/^#+ (.+)$/m', (string) file_get_contents( $file ), $headings );
		return array_map(
			static fn ( string $heading ): string
				=> str_replace( ' ', '-', (string) preg_replace( '/[^\w -]/u', '', mb_strtolower( $heading ) ) ),
			$headings[1]
		);
	}
}
