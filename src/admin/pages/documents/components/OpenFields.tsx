import { CheckField } from '../../../../components/fields';
import { KIND_FACTS, v1Reason } from '../../../settings/kinds';
import { hasV1 } from '../../../useSellsyLists';
import type { KindProps } from '../types';
import { MoreFields } from './MoreFields';
import { WhenFields } from './WhenFields';

/** How a kind of document is set. */
export const OpenFields = ( props: KindProps ) => (
	<>
		<Switch { ...props } />
		<WhenFields { ...props } />
		<MoreFields { ...props } />
	</>
);

function Switch( { kind, form, sellsy }: KindProps ) {
	const { enabled } = form.value[ kind ];
	const isMissing =
		KIND_FACTS[ kind ].needsV1 && hasV1( sellsy ) === false && ! enabled;
	return (
		<div
			className="orderinvoicer-setting"
			data-setting={ `${ kind }.enabled` }
		>
			<CheckField
				label={ KIND_FACTS[ kind ].switchLabel() }
				help={ isMissing ? v1Reason() : KIND_FACTS[ kind ].purpose?.() }
				checked={ enabled }
				disabled={ isMissing }
				onChange={ ( value ) =>
					form.editGroup( kind, { enabled: value } )
				}
			/>
		</div>
	);
}
