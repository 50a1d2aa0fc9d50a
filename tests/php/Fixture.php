<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests;

/**
 * A document of tests/contract/fixtures. `*.patch.json` names another one (`of`) and what differs (`patch`), as JSON
 * Patch (RFC 6902) has it. Of that, there is what the fixtures need: `replace` and `remove` of what stands there, `add`
 * of a key that is missing, or at the end of a list (`-`). In others `like` names an answer. src/test/fixture.ts reads
 * the same files.
 */
final class Fixture {

	public const FOLDER = __DIR__ . '/../contract/fixtures';

	/**
	 * @param string $path below the folder, as `settings/valid/complete.json`.
	 * @return array<mixed>
	 * @throws \DomainException for a patch of something that is not there, or is there already.
	 */
	public static function read( string $path ): array {
		$data = (array) json_decode(
			(string) file_get_contents( self::FOLDER . "/$path" ),
			true,
			512,
			JSON_THROW_ON_ERROR
		);
		if ( ! str_ends_with( $path, '.patch.json' ) ) {
			return self::whole( $data );
		}
		return array_reduce( (array) $data['patch'], self::patched( ... ), self::read( (string) $data['of'] ) );
	}

	/**
	 * `like` names an answer: what stands beside it is said, all else is as in its example (`Example`).
	 *
	 * @param array<mixed> $node
	 * @return array<mixed>
	 */
	private static function whole( array $node ): array {
		$all = array_map( static fn ( mixed $one ): mixed => is_array( $one ) ? self::whole( $one ) : $one, $node );
		return is_string( $all['like'] ?? null )
			? array_replace( Example::of( $all['like'] ), array_diff_key( $all, [ 'like' => true ] ) )
			: $all;
	}

	/**
	 * @param array<mixed>                                   $document
	 * @param array{op: string, path: string, value?: mixed} $operation
	 * @return array<mixed>
	 */
	public static function patched( array $document, array $operation ): array {
		return self::changed( $document, explode( '/', substr( $operation['path'], 1 ) ), $operation );
	}

	/**
	 * @param array<mixed>                                   $node
	 * @param non-empty-list<string>                         $keys to what changes, from here.
	 * @param array{op: string, path: string, value?: mixed} $operation
	 * @return array<mixed>
	 */
	private static function changed( array $node, array $keys, array $operation ): array {
		$key     = array_shift( $keys );
		$is_last = $keys === [];
		$there   = array_key_exists( $key, $node );
		if ( $there === ( $is_last && $operation['op'] === 'add' ) ) {
			$why = $there ? 'is there' : 'is not there';
			throw new \DomainException( "{$operation['op']} {$operation['path']}: $why" );
		}
		if ( $is_last && $operation['op'] === 'remove' ) {
			unset( $node[ $key ] );
			return $node;
		}
		if ( $key === '-' ) {
			return [ ...$node, $operation['value'] ?? null ];
		}
		$node[ $key ] = $is_last
			? $operation['value'] ?? null
			: self::changed( (array) $node[ $key ], $keys, $operation );
		return $node;
	}
}
