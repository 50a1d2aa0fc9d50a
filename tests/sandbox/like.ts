import { readFileSync } from 'node:fs';
import { looseObject, parse, record, string } from 'zod/mini';
import { assumptions } from '../../tools/assumptions.ts';
import { optionsPatchSchema, type OptionsPatch } from './options.ts';

/** What `wp orderinvoicer doctor --format=json` writes, as far as an account can be played from it. */
const Report = looseObject( {
	assumptions: record( string(), looseObject( { state: string() } ) ),
} );

/**
 * The options of an account that was seen. What the report does not know, or no option turns, stays as assumed.
 *
 * @throws ZodError for a file that is no such report.
 */
export const optionsLike = ( report: unknown ): OptionsPatch => {
	const { assumptions: seen } = parse( Report, report );
	return optionsPatchSchema.parse(
		Object.fromEntries(
			Object.entries( assumptions() ).flatMap(
				( [ name, { sandbox } ] ) =>
					sandbox !== undefined && seen[ name ]?.state === 'otherwise'
						? [ [ sandbox.option, sandbox.otherwise ] ]
						: []
			)
		)
	);
};

export const optionsLikeFile = ( file: string ): OptionsPatch =>
	optionsLike( JSON.parse( readFileSync( file, 'utf8' ) ) );
