"use client";

import { useDeferredValue, useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { unpackListings, weighListings, type Weighing } from "@/lib/rankings/weighing";
import { editorialWeights } from "@/lib/rankings/own-weights";
import { useWeights } from "./use-weights";
import { CopyLink } from "./copy-link";
import { MineList } from "./list";
import { MinePresets, type OfferedPreset } from "./presets";
import { MineSliders } from "./sliders";
import { MineStatus } from "./status";

interface MineWeighingProps {
  weighing: Weighing;
  presets: OfferedPreset[];
  /** Where the pages of places are, such as "/es/listings". */
  listingsPath: string;
}

/** Sliders, and the list that they order. The page has everything it needs: weighing makes no request. */
export function MineWeighing({ weighing, presets, listingsPath }: MineWeighingProps) {
  const t = useTranslations("mine");
  const { weights, change, isReady, isUnreadable } = useWeights(weighing);
  const places = useMemo(() => unpackListings(weighing.places), [weighing]);
  // The sliders move at once; the long list follows as fast as the device can.
  const settled = useDeferredValue(weights);
  const { order, state } = useMemo(() => weighListings(weighing, settled, places), [weighing, settled, places]);
  return (
    <div className="mt-8 grid gap-x-12 gap-y-8 lg:grid-cols-[22rem_1fr]">
      <div className="no-print lg:sticky lg:top-0 lg:max-h-screen lg:self-start lg:overflow-y-auto lg:p-1 lg:pb-0 noscript:hidden">
        <fieldset disabled={!isReady} className="grid min-w-0 gap-6">
          <legend className="sr-only">{t("controls")}</legend>
          <MinePresets presets={presets} weights={weights} onChoose={change} />
          <MineSliders groups={weighing.groups} weights={weights} onChange={change} />
          <div className="flex flex-wrap gap-3">
            <Button type="button" look="quiet" onClick={() => change(editorialWeights(weighing))}>
              {t("reset")}
            </Button>
            <CopyLink weighing={weighing} weights={weights} />
          </div>
        </fieldset>
        <MineStatus order={order} state={isUnreadable ? "unreadable" : state} />
      </div>
      <MineList order={order} state={state} listingsPath={listingsPath} />
    </div>
  );
}
